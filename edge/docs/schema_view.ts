/**
 * Schemas of the OpenAPI document as nested lists for people.
 *
 * @module
 */
import { Markup, markup, prose } from "./markup.ts";

/** As much of a JSON Schema as the document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf("/") + 1);

/** The type of `schema` in one line. */
export function typeOf(schema: Schema): Markup {
  if (schema.$ref) {
    return markup`<a href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`;
  }
  const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (choices) return join(choices.map(typeOf), schema.allOf ? " and " : " or ");
  if (schema.enum) {
    return join(schema.enum.map((one) => markup`<code>${JSON.stringify(one)}</code>`), " | ");
  }
  if (schema.type === "array") return markup`list of ${typeOf(schema.items ?? {})}`;
  const types = schema.type === undefined ? ["any"] : [schema.type].flat();
  return markup`${types.join(" or ")}${schema.format && ` (${schema.format})`}`;
}

function join(parts: readonly Markup[], between: string): Markup {
  return new Markup(parts.map(String).join(between));
}

/** The members of `schema`, those of objects inside it indented. */
export function membersOf(schema: Schema): Markup {
  const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (choices) return markup`${choices.map((one) => one.$ref ? null : membersOf(one))}`;
  if (schema.type === "array" && schema.items) return membersOf(schema.items);
  const members = Object.entries(schema.properties ?? {});
  if (members.length === 0) return markup``;
  return markup`<dl class="members">${
    members.map(([name, member]) =>
      markup`
        <dt><code>${name}</code>${
        !schema.required?.includes(name) && markup`
          <small>optional</small>
        `
      } <span class="type">${typeOf(member)}</span></dt>
        <dd>${member.description && prose(member.description)}${membersOf(member)}</dd>
      `
    )
  }</dl>`;
}
