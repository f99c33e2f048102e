/** In the browser: finds the marked places of an island and brings them to life. @module */

import { type ComponentType, hydrate } from "preact";
import { jsx } from "preact/jsx-runtime";

// deno-lint-ignore no-explicit-any -- props of any island
type AnyType = ComponentType<any>;

/**
 * Hydrates every instance of the islands that `islands/<stem>` exports. An instance is the nodes between
 * `<!--i:name:index-->` and the next `<!--/i-->`; its props are that entry of the page's JSON.
 */
export function boot(stem: string, module: Record<string, unknown>): void {
  const json = document.getElementById("fresh-props")?.textContent ?? "[]";
  const props = JSON.parse(json) as Record<string, unknown>[];
  for (const start of findMarkers()) {
    const [, name = "", index = ""] = /^i:(.+):(\d+)$/.exec(start.data) ?? [];
    const [file, exportName = "default"] = name.split("#");
    const component = file === stem ? module[exportName] : undefined;
    if (typeof component !== "function") continue;
    // The islands need `jsx` anyway; with `h` both would be loaded.
    hydrate(jsx(component as AnyType, props[Number(index)]!), rootAfter(start));
  }
}

function findMarkers(): Comment[] {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (walker.nextNode()) {
    const comment = walker.currentNode as Comment;
    if (comment.data.startsWith("i:")) found.push(comment);
  }
  return found;
}

/** Something Preact takes for the parent of the nodes between two comments, which have no element of their own. */
function rootAfter(start: Comment): Element {
  const parent = start.parentNode!;
  const nodes: Node[] = [];
  let end: Node | null = start.nextSibling;
  while (end !== null && !(end.nodeType === Node.COMMENT_NODE && (end as Comment).data === "/i")) {
    nodes.push(end);
    end = end.nextSibling;
  }
  const insertBefore = (node: Node, before: Node | null) =>
    parent.insertBefore(node, before ?? end);
  const root = {
    nodeType: 1,
    parentNode: parent,
    ownerDocument: document,
    namespaceURI: (parent as Element).namespaceURI,
    childNodes: nodes,
    get firstChild() {
      return start.nextSibling === end ? null : start.nextSibling;
    },
    insertBefore,
    appendChild: (node: Node) => insertBefore(node, null),
    removeChild: (node: Node) => parent.removeChild(node),
    contains: (node: Node | null) => parent.contains(node),
  };
  return root as unknown as Element;
}
