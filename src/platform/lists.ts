/**
 * Doubly linked lists whose links are in the members, so that joining and leaving one costs the same
 * however long it is, and nothing is allocated. A member is in one list of its kind at a time.
 */

export interface Linked<T> {
  prev: T | null;
  next: T | null;
}

export interface List<T> {
  head: T | null;
  tail: T | null;
  length: number;
}

export function emptyList<T>(): List<T> {
  return { head: null, tail: null, length: 0 };
}

export function append<T extends Linked<T>>(list: List<T>, member: T): void {
  member.prev = list.tail;
  member.next = null;
  if (list.tail === null) list.head = member;
  else list.tail.next = member;
  list.tail = member;
  list.length += 1;
}

/** `member` must be in `list`. */
export function remove<T extends Linked<T>>(list: List<T>, member: T): void {
  if (member.prev === null) list.head = member.next;
  else member.prev.next = member.next;
  if (member.next === null) list.tail = member.prev;
  else member.next.prev = member.prev;
  member.prev = null;
  member.next = null;
  list.length -= 1;
}
