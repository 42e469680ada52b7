// What pages and Flow share by name.

interface Window {
  /** flow/place.js: called by the server when a page has been drawn. */
  tongkeNotePlace(): void;
  tongkePageDrawn(address: string): void;
}
