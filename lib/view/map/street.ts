/**
 * The picture of a street map, which the reader's browser fetches from Mapbox: the only thing that any page
 * loads from outside, and only on the map that was asked for with it.
 *
 * @module
 */
import { HEIGHT_RATIO } from "./view.ts";
import { type StreetPicture, WIDTH } from "./projection.ts";

/** What the policy of such a page must allow beside the usual: pictures of this origin. */
export const STREET_ORIGIN = "https://api.mapbox.com";

/** Address of the picture behind a frame (Mapbox Static Images API), with its attribution drawn into it. */
export function streetPictureUrl(picture: StreetPicture, token: string): string {
  const { longitude, latitude, zoom } = picture;
  const place = `${longitude},${latitude},${zoom}`;
  const size = `${WIDTH}x${WIDTH * HEIGHT_RATIO}@2x`;
  return `${STREET_ORIGIN}/styles/v1/mapbox/outdoors-v12/static/${place}/${size}?access_token=${
    encodeURIComponent(token)
  }`;
}
