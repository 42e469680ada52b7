/** Why a file cannot be taken: `code` is part of the key of its text. */
export class PictureError extends Error {
  /**
   * @param {'heic' | 'unreadable' | 'tooLarge' | 'empty' | 'type' | 'store' | 'unkept'} code
   * @param {string | null} [kind] kind of the file, where the words depend on it
   */
  constructor(code, kind) {
    super(code);
    this.code = code;
    this.kind = kind || null;
  }
}
