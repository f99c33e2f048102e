/**
 * A certificate that nobody should trust: it names another host, signs itself and has run out. Made for the fault
 * proxy; its key opens nothing.
 *
 * @module
 */

/** Key and certificate, PEM. */
export const WRONG_CERTIFICATE = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgm0TDxBmUgriQmTRp
16R5fOqqaMiIIhHxhRukcAtu0eihRANCAASFmZy7x+iSD7D+sYhFvblSMjbm2JwX
4lVrw6JIEjAycZb09V2rYuhgKUbPLZ5yKeP/Vu30F+idSgdVTIIE6JGO
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBgDCCASWgAwIBAgIUOozUW08HfrcZHqBIo86a98wJXF0wCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKd3JvbmcudGVzdDAeFw0yNjExMjQyMDE5MzBaFw0yNjExMjUy
MDE5MzBaMBUxEzARBgNVBAMMCndyb25nLnRlc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASFmZy7x+iSD7D+sYhFvblSMjbm2JwX4lVrw6JIEjAycZb09V2rYuhg
KUbPLZ5yKeP/Vu30F+idSgdVTIIE6JGOo1MwUTAdBgNVHQ4EFgQUBQTZi/QqCHgT
f8dMwOsuQ9Sxs60wHwYDVR0jBBgwFoAUBQTZi/QqCHgTf8dMwOsuQ9Sxs60wDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAmERkMYJLggK93Xf/qCDR
yBFor1EVETNTa5QeNAQq9vMCIQDQjJVA2iHgHH5mpltbfmSVMHodmjATVIcBpBZY
XOrFXA==
-----END CERTIFICATE-----
`,
};
