// Links to people, rooms and messages open in this app; what reads them is fetched with the first one.

const LINK = /^(?:matrix:|https:\/\/matrix\.to\/#\/)/i;

/** Whether this may be a link to a person, a room or a message: a matrix: or matrix.to link, or one of this server's app. */
export const leadsInside = (text: string): boolean => LINK.test(text) || (text.startsWith(`${location.origin}/#/`) && /#\/(?:[@#!]|%)/.test(text));

/** Go where a link leads. */
export const open = (href: string): void => void import("./goal").then((part) => part.follow(href), () => undefined);

/** A link that is pasted into a search leads where it says; with `addresses`, that of a room does, too. */
export function pasted(text: string, addresses = false): void {
  const clean = text.trim();
  if ((addresses ? /^(?:matrix:|https?:\/\/|[#!])\S+$/i : /^(?:matrix:|https?:\/\/)\S+$/i).test(clean)) open(clean);
}
