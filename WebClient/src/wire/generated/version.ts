// Written by the server's build from its records (schema --wire). To change it, change the record.
/** Said when connecting; a page of another version than the server's is told to reload. */
export const version = '3d43dfcf';
