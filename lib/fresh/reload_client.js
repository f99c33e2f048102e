// Reloads the page when the development server says that something was rebuilt.
const events = new EventSource(new URL("events", import.meta.url));
let first = null;
events.addEventListener("version", ({ data }) => {
  first ??= data;
  if (data !== first) location.reload();
});
