// What pages and Flow share by name.

interface Window {
  /** flow/place.js: called by the server when a page has been drawn. */
  tongkeNotePlace(): void;
  tongkePageDrawn(address: string): void;

  /** m/joined.js: the modules of a pocket page, by their addresses. */
  tongke?: {
    /** Says what a module is; what was said first holds. */
    define(path: string, make: () => Object): void;
    /** A module that is there; throws where it is not. */
    need(path: string): any;
    /** A module that may have to be loaded. */
    load(path: string): Promise<any>;
  };
}
