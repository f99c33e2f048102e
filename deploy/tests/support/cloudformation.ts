/**
 * CloudFormation templates: checked against the types of each resource, which are made from AWS's own
 * schemas.
 *
 * @module
 */
import { typeErrorsOf } from "./type_check.ts";

// deno-lint-ignore no-explicit-any -- resources of many types, looked at member by member
export type Template = any;

const TYPES = "npm:@awboost/cfn-resource-types@0.1.538";
/** Stands for a value that only AWS knows; it fits every type. */
const INTRINSIC = "<intrinsic>";

/** True for `{ Ref: … }` and `{ "Fn::…": … }`. */
function isIntrinsic(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === "Ref" || keys[0]!.startsWith("Fn::"));
}

/** A value with everything that only AWS knows replaced by `stand(name)`. */
export function withoutIntrinsics(value: unknown, stand: (intrinsic: unknown) => unknown): unknown {
  // Of a condition the first branch: what is there when everything is switched on.
  const branches = (value as Template)?.["Fn::If"];
  if (branches !== undefined) return withoutIntrinsics(branches[1], stand);
  if (isIntrinsic(value)) return stand(value);
  if (Array.isArray(value)) return value.map((one) => withoutIntrinsics(one, stand));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutIntrinsics(inner, stand)]),
  );
}

/** What the compiler says of the resources of a template; empty for nothing. */
export function templateErrors(templates: readonly Template[]): Promise<string> {
  const resources = templates.flatMap((template) => Object.values<Template>(template.Resources));
  return typeErrorsOf(resources.map(({ Type, Properties }) => {
    const [, service, name] = /^AWS::(\w+)::(\w+)$/.exec(Type)!;
    const json = JSON.stringify(withoutIntrinsics(Properties ?? {}, () => INTRINSIC), null, 1);
    return {
      module: `${TYPES}/AWS-${service}-${name}`,
      type: `${service}${name}Properties`,
      expression: json.replaceAll(JSON.stringify(INTRINSIC), "(undefined as never)"),
    };
  }));
}

/** Names that a template refers to and does not have. */
export function danglingReferences(template: Template): string[] {
  const known = new Set([
    ...Object.keys(template.Parameters ?? {}),
    ...Object.keys(template.Resources),
    ...Object.keys(template.Conditions ?? {}),
  ]);
  const found: string[] = [];
  const look = (name: string) => {
    if (!name.startsWith("AWS::") && !known.has(name)) found.push(name);
  };
  const walk = (value: Template): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries<Template>(value)) {
      if (key === "Ref") look(inner);
      else if (key === "Fn::GetAtt") look(inner[0]);
      else if (key === "Fn::If") {
        look(inner[0]);
        walk(inner.slice(1));
      } else if (key === "Fn::Sub") {
        for (const [, name] of inner.matchAll(/\$\{([\w:]+)\}/g)) look(name);
      } else walk(inner);
    }
  };
  walk(template);
  return found;
}

/** Members as the API of ECS spells them: `StopTimeout` is `stopTimeout`; keys of free maps stay. */
export function toApi(value: unknown, free = false): unknown {
  if (Array.isArray(value)) return value.map((one) => toApi(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      free ? key : key[0]!.toLowerCase() + key.slice(1),
      toApi(inner, key === "Options"),
    ]),
  );
}
