/**
 * Bulletins: from a stream of text to reports.
 *
 * @module
 */
export { type Heading, headingOf, productOfHeading } from "./heading.ts";
export { type BulletinOptions, type BulletinReport, readBulletins } from "./read.ts";
