/** A database, and a replica of it, each with its server's chassis below. */
export const databaseSize = { w: 196, h: 168 };
export const replicaSize = { w: 196, h: 98 };
export const chassisHeight = 26;
