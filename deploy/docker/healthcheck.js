// Health check of the container: exit 0 while the process answers. 421 (ALLOWED_HOSTS without 127.0.0.1) is an
// answer too. It needs no shell and no curl, so the image has neither.
const port = Deno.env.get("PORT") || "8000";
try {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`, {
    signal: AbortSignal.timeout(3000),
  });
  await response.body?.cancel();
  Deno.exit(response.status < 500 ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  Deno.exit(1);
}
