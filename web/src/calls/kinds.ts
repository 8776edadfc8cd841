// What the first screen has to know of call events. Pure.

/** How long an invitation holds, in milliseconds: what the specification recommends at least. */
export const LIFETIME_MS = 90_000;

/** A type from before the stable one, which clients of today still send. */
export const METADATA_CHANGED_BEFORE = "org.matrix.call.sdp_stream_metadata_changed";

export const isCallType = (type: string): boolean => type.startsWith("m.call.") || type === METADATA_CHANGED_BEFORE;

/** Whether a description sends moving pictures. */
export const showsVideo = (sdp: string): boolean =>
  sdp.split(/\r?\n(?=m=)/).some((part) => part.startsWith("m=video") && !/^m=video 0 /.test(part) && !/^a=(recvonly|inactive)/m.test(part));
