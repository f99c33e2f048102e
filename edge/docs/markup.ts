/**
 * Markup of the reference page: text is escaped unless it is markup already.
 *
 * @module
 */

/** Markup that needs no escaping. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Part = Markup | string | number | null | undefined | false | readonly Part[];

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(write).join("");
  return escape(String(part));
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * A template whose values are escaped, lists joined, and nothing written for `null`, `undefined` and `false`.
 * Line breaks of the template with their indentation are one line feed.
 */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(
    strings.reduce(
      (text, piece, i) => text + write(parts[i - 1]) + piece.replace(/\s*\n\s*/g, "\n"),
      "",
    ).trimStart(),
  );
}

/** Words with `code` and **strong** in them. */
function spans(text: string): Markup {
  const pieces = text.split(/(`[^`]+`|\*\*[^*]+\*\*)/);
  return new Markup(
    pieces.map((piece) =>
      piece.startsWith("`")
        ? `<code>${escape(piece.slice(1, -1))}</code>`
        : piece.startsWith("**")
        ? `<strong>${escape(piece.slice(2, -2))}</strong>`
        : escape(piece)
    ).join(""),
  );
}

/** Paragraphs and lists, the little of Markdown that the descriptions use. */
export function prose(text: string): Markup {
  return new Markup(
    text.split(/\n\n+/).map((block) => {
      const lines = block.split("\n");
      return lines.every((line) => line.startsWith("* "))
        ? `<ul>${lines.map((line) => `<li>${spans(line.slice(2))}</li>`).join("")}</ul>`
        : `<p>${spans(block)}</p>`;
    }).join(""),
  );
}
