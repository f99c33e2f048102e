#!/bin/sh
# A certificate of Let's Encrypt for the names given, renewed by certbot's own timer; nginx is reloaded after each renewal.
# The challenge is answered from a folder (webroot), so that nginx keeps running and certbot never edits its configuration.
#
# usage: CONTACT_MAIL=ops@example.org deploy/scripts/setup_certificate.sh weather.example.org [www.weather.example.org …]
#
# CONTACT_MAIL   where Let's Encrypt writes when a renewal fails (required)
# WEBROOT        folder that nginx serves under /.well-known/acme-challenge/ (default /var/www/acme)
# STAGING=1      a certificate that browsers do not trust, to try the way without the limits of the real one
set -eu
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

[ $# -gt 0 ] || die "name at least one host name"
require CONTACT_MAIL
need certbot nginx
WEBROOT=${WEBROOT:-/var/www/acme}
mkdir -p "$WEBROOT"

set -- "$@" ""
domains=
while [ -n "$1" ]; do
  case $1 in
    *[!a-z0-9.-]* | .* | *. | -*) die "not a host name: $1" ;;
  esac
  domains="$domains -d $1"
  shift
done

hook=/etc/letsencrypt/renewal-hooks/deploy/reload-nginx
mkdir -p "$(dirname "$hook")"
printf '#!/bin/sh\nnginx -t && nginx -s reload\n' >"$hook"
chmod 755 "$hook"

# shellcheck disable=SC2086 # several -d, each name checked above
certbot certonly --non-interactive --agree-tos --email "$CONTACT_MAIL" --webroot --webroot-path "$WEBROOT" \
  --key-type ecdsa ${STAGING:+--staging} $domains
certbot renew --dry-run --no-random-sleep-on-renew
say "the certificate is in /etc/letsencrypt/live; name its files in deploy/nginx/tls.conf"
