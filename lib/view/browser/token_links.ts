/**
 * In the browser: lights a decoded value and the group it came from together, and shows the other one without a
 * jump. Without script the same links work by `:target`.
 *
 * @module
 */

/** Starts it; the function stops it. */
export function linkTokens(): () => void {
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href^='#']");
    const other = link && document.getElementById(link.hash.slice(1));
    if (!other || !/^(h\d+-[ts]|[tfp]|d-[tf])\d+$/.test(other.id)) return;
    event.preventDefault();
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const own = link.id ? link : link.closest("[id^='d-'], .words > [id]");
    own?.classList.add("lit");
    other.classList.add("lit");
    other.scrollIntoView({ block: "nearest" });
    history.replaceState(null, "", link.hash);
  };
  document.addEventListener("click", onClick);
  return () => document.removeEventListener("click", onClick);
}
