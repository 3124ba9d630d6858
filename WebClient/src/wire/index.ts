/** What goes over the hub, as the server's records say it (Server/Wire/README.md). */
export type * from './generated';
