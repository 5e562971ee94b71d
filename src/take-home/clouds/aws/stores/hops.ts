/**
 * How far an event is from where its chain began: a request, a timer or somebody outside. The lab stops functions that set
 * each other off without end, and so does a project on AWS, before the bill does.
 */

/** Name of a message's attribute, and of an object's metadata. */
export const HOPS = 'functielab-stap';
/** As in the lab: a message that is further away is a dead letter at once. */
export const MOST_HOPS = 16;
