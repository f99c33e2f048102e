/**
 * What most islands need: loaded once as one file with Preact, in place of a small file for each piece.
 *
 * @module
 */
import "../lib/derive/freshness.ts";
import "../lib/view/age.ts";
import "../lib/view/browser/recent.ts";
import "../lib/view/browser/server_time.ts";
import "../lib/view/browser/token_links.ts";
import "../lib/view/favourites.ts";
import "../lib/view/text/age_words.ts";
