/**
 * The reference as one page: written from the OpenAPI document, without script, so that it works under a
 * policy that allows none.
 *
 * @module
 */
import { PROBLEM_KINDS } from "../../lib/http/problem.ts";
import type { OpenApiDocument } from "../openapi.ts";
import { type Markup, markup, prose } from "./markup.ts";
import { membersOf, type Schema, typeOf } from "./schema_view.ts";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema & { readonly example?: unknown };
}
interface Content {
  readonly [mediaType: string]: { readonly schema?: Schema };
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Content }>
  >;
}
interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

function entriesOf(document: OpenApiDocument): Entry[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      method,
      path,
      operation,
    }))
  );
}

/** The path with its example values: a link that works. */
function examplePath({ path, operation }: Entry): string {
  return (operation.parameters ?? []).filter((one) => one.in === "path").reduce(
    (text, one) => text.replace(`{${one.name}}`, String(one.schema?.example ?? "")),
    path,
  ) + (operation.operationId === "findStations" ? "?q=kennedy" : "");
}

function example(entry: Entry): Markup {
  const path = examplePath(entry);
  if (entry.method === "get") {
    return markup`<pre tabindex="0">curl -s '<a href="${path}">${path}</a>'</pre>`;
  }
  return markup`<pre tabindex="0">curl -s --data-binary 'METAR KJFK 241651Z 30015G25KT 10SM FEW050 08/M03 A2992' \\
  -H 'content-type: text/plain' '${path}'</pre>`;
}

function parametersTable(parameters: readonly Parameter[], title: string): Markup {
  return markup`
    <h4>Parameters</h4>
    <div class="scroll" tabindex="0" role="region" aria-label="Parameters of ${title}">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Where</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>${
    parameters.map((one) =>
      markup`
            <tr>
              <th scope="row"><code>${one.name}</code></th>
              <td>${one.in}${one.required ? "" : ", optional"}</td>
              <td>${typeOf(one.schema ?? {})}</td>
              <td>${one.description && prose(one.description)}</td>
            </tr>
          `
    )
  }</tbody>
      </table>
    </div>
  `;
}

function responses(operation: Operation): Markup {
  return markup`
    <h4>Answers</h4>
    <ul>${
    Object.entries(operation.responses).map(([status, response]) =>
      markup`<li><strong>${status}</strong> ${response.description}${
        Object.entries(response.content ?? {}).map(([mediaType, { schema }]) =>
          markup`<br><code>${mediaType}</code> ${schema && typeOf(schema)}`
        )
      }</li>`
    )
  }</ul>
  `;
}

function requestBody({ requestBody }: Operation): Markup | null {
  if (!requestBody) return null;
  const bodies = Object.entries(requestBody.content);
  return markup`
    <h4>Body</h4>
    <ul>${
    bodies.map(([mediaType, { schema }]) =>
      markup`<li><code>${mediaType}</code> ${schema && membersOf(schema)}</li>`
    )
  }</ul>`;
}

function section(entry: Entry): Markup {
  const { method, path, operation } = entry;
  const { operationId: id, parameters } = operation;
  const title = markup`<span class="method ${method}">${method}</span> <code>${path}</code>`;
  return markup`
    <section aria-labelledby="${id}">
      <h3 id="${id}">${title}</h3>
      <p><strong>${operation.summary}.</strong></p>
      ${prose(operation.description)}
      ${example(entry)}
      ${parameters?.length ? parametersTable(parameters, operation.summary) : null}
      ${requestBody(operation)}
      ${responses(operation)}
    </section>
  `;
}

function problems(): Markup {
  return markup`
    <h2 id="problems">Problems</h2>
    <p>Every error is <code>application/problem+json</code> (RFC 9457); its <code>type</code> leads here, its <code>instance</code> is the request id.</p>
    <dl>${
    Object.entries(PROBLEM_KINDS).map(([kind, { status, title }]) =>
      markup`
        <dt id="problem-${kind}"><code>${kind}</code></dt>
        <dd>${status}: ${title}.</dd>
      `
    )
  }</dl>
  `;
}

function schemas(document: OpenApiDocument): Markup {
  const all = Object.entries(document.components?.schemas ?? {}) as [string, Schema][];
  return markup`<h2 id="schemas">Schemas</h2>${
    all.map(([name, schema]) =>
      markup`<section><h3 id="schema-${name}"><code>${name}</code></h3>${
        schema.description && prose(schema.description)
      }${
        schema.properties ? membersOf(schema) : markup`<p>${typeOf(schema)}</p>${membersOf(schema)}`
      }</section>`
    )
  }`;
}

/** The whole page. `stylePath` is where its style sheet lies. */
export function renderReference(document: OpenApiDocument, stylePath: string): string {
  const entries = entriesOf(document);
  const tags = (document.tags ?? []).filter(({ name }) =>
    entries.some(({ operation }) => operation.tags.includes(name))
  );
  const of = (tag: string) => entries.filter(({ operation }) => operation.tags.includes(tag));
  const { title, version, description } = document.info;
  return markup`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>${title}: API reference</title>
        <meta name="description" content="Reference of the aviation weather API, version ${version}.">
        <link rel="stylesheet" href="${stylePath}">
      </head>
      <body><a class="skip" href="#content">To the content</a><div class="page"><nav aria-label="Reference">${
    tags
      .map(({ name }) =>
        markup`
            <h2>${name}</h2>
            <ul>${
          of(name).map(({ method, path, operation }) =>
            markup`<li><a href="#${operation.operationId}"><span class="method ${method}">${method}</span> ${
              path.replace("/api", "")
            }</a></li>`
          )
        }</ul>
          `
      )
  }<h2>More</h2><ul><li><a href="#problems">Problems</a></li><li><a href="#schemas">Schemas</a></li><li><a href="/api/openapi.json">OpenAPI document</a></li></ul></nav><main id="content"><h1>${title}: API reference</h1><p><small>Version ${version}</small></p><div class="notice">${
    prose(
      description ?? "",
    )
  }</div>${
    tags.map(({ name, description }) =>
      markup`<h2>${name}</h2>${description && prose(description)}${of(name).map(section)}`
    )
  }${problems()}${schemas(document)}</main></div></body>
    </html>
  `.text;
}
