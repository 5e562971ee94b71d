/**
 * The moment of every file in a package for a learning environment, so that the same content gives the same bytes. 1980 is where the
 * dates of a zip begin, and a zip has no time zone: a moment said in UTC would be another one in it in each zone, so this is midnight
 * wherever one is.
 */
export const DAY_OF_ZIP = new Date(1980, 0, 2);
