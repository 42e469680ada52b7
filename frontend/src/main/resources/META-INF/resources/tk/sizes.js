/** A length of bytes for a person, as in `640 kB` or `2.4 MB`. @param {number} count @returns {string} */
export function sizeWords(count) {
  return count < 1000000 ? Math.round(count / 1000) + ' kB' : (count / 1000000).toFixed(1) + ' MB';
}
