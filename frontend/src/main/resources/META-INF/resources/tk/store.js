/**
 * What a phone keeps for an account: weeks and notices that were seen, choices, uploads that wait and their bytes, resources saved for reading. One database for each account, deleted at sign-out.
 * Where the browser gives no database, things last as long as the page.
 */

/** With one more table the version rises by one: a phone that has the others gets what it lacks. */
const TABLES = ['weeks', 'choices', 'uploads', 'notices', 'acts', 'bytes', 'saved', 'savedBytes'];
const VERSION = 5;
const PREFIX = 'tongke-account-';
const KNOWN = 'tongke-databases';

/** @type {Map<string, Promise<IDBDatabase | null>>} */
const databases = new Map();
/** @type {Map<string, Map<string, any>>} */
const fallback = new Map();

/**
 * @param {string} account id of the account
 * @param {string} table `weeks`, `choices`, `uploads`, `notices`, `acts`, `bytes`, `saved` or `savedBytes`
 * @param {string} key
 * @returns {Promise<any>} undefined if there is none
 */
export function read(account, table, key) {
  return run(account, table, 'readonly', (rows) => rows.get(key), (rows) => rows.get(key));
}

/** All things of a table, in the order of their keys. @param {string} account @param {string} table @returns {Promise<any[]>} */
export function readAll(account, table) {
  return run(account, table, 'readonly', (rows) => rows.getAll(), (rows) => Array.from(rows.values()));
}

/** Keys of all things of a table, in their order. @param {string} account @param {string} table @returns {Promise<string[]>} */
export function keys(account, table) {
  return run(account, table, 'readonly', (rows) => rows.getAllKeys(), (rows) => Array.from(rows.keys()));
}

/** @param {string} account @param {string} table @param {string} key @param {any} value @returns {Promise<void>} true when it is safely there */
export function write(account, table, key, value) {
  return run(account, table, 'readwrite', (rows) => rows.put(value, key), (rows) => rows.set(key, value));
}

/**
 * Writes over what stands at a key, and only where something still does: what was removed meanwhile, here or by another page, stays removed.
 *
 * @param {string} account
 * @param {string} table
 * @param {string} key
 * @param {any} value
 * @param {string} [newKey] where it stands from then on
 * @returns {Promise<boolean>} whether there was something
 */
export async function replace(account, table, key, value, newKey = key) {
  const found = await run(
    account,
    table,
    'readwrite',
    (rows) => {
      const request = rows.getKey(key);
      request.onsuccess = () => {
        if (request.result !== undefined) {
          rows.delete(key);
          rows.put(value, newKey);
        }
      };
      return request;
    },
    (rows) => (rows.delete(key) ? rows.set(newKey, value) : undefined),
  );
  return found !== undefined;
}

/** @param {string} account @param {string} table @param {string} key @returns {Promise<void>} */
export function erase(account, table, key) {
  return run(account, table, 'readwrite', (rows) => rows.delete(key), (rows) => rows.delete(key));
}

/**
 * Makes several changes, all or none of them.
 *
 * @param {string} account
 * @param {{table: string, key: string, value?: any}[]} changes one without a value is a removal
 * @returns {Promise<void>} true when all of it is safely there
 */
export async function writeAll(account, changes) {
  const database = await open(account);
  if (!database) {
    changes.forEach(({ table, key, value }) => (value === undefined ? rowsOf(account, table).delete(key) : rowsOf(account, table).set(key, value)));
    return;
  }
  const transaction = database.transaction(Array.from(new Set(changes.map(({ table }) => table))), 'readwrite');
  const done = ended(transaction);
  try {
    changes.forEach(({ table, key, value }) => {
      const rows = transaction.objectStore(table);
      if (value === undefined) {
        rows.delete(key);
      } else {
        rows.put(value, key);
      }
    });
  } catch (e) {
    done.catch(() => {});
    transaction.abort();
    throw e;
  }
  await done;
}

/** Opens what is kept, for whoever is going to read it soon: on a phone that is slower than the reading. @param {string} account */
export function openEarly(account) {
  open(account);
}

/** Whether what is kept outlasts the page. @param {string} account @returns {Promise<boolean>} */
export async function isLasting(account) {
  return (await open(account)) !== null;
}

/**
 * Deletes what is kept for every account but one.
 *
 * @param {string | null} account the one to keep; null for none
 * @returns {Promise<void>}
 */
export async function wipeExcept(account) {
  const gone = known().filter((id) => id !== account);
  Array.from(fallback.keys()).forEach((name) => {
    if (!account || name.indexOf(account + '/') !== 0) {
      fallback.delete(name);
    }
  });
  await Promise.all(gone.map(drop));
  setKnown(known().filter((id) => id === account));
}

/** @param {string} account */
async function drop(account) {
  const open = databases.get(account);
  databases.delete(account);
  const database = open ? await open : null;
  if (database) {
    database.close();
  }
  await new Promise((done) => {
    try {
      const request = indexedDB.deleteDatabase(PREFIX + account);
      // Another page that still has it open closes it on `versionchange`; the deletion then goes on by itself.
      request.onsuccess = request.onerror = request.onblocked = () => done(undefined);
    } catch (e) {
      done(undefined);
    }
  });
}

/**
 * @param {string} account
 * @param {string} table
 * @param {IDBTransactionMode} mode
 * @param {(rows: IDBObjectStore) => IDBRequest} work
 * @param {(rows: Map<string, any>) => any} otherwise
 */
async function run(account, table, mode, work, otherwise) {
  const database = await open(account);
  if (!database) {
    return otherwise(rowsOf(account, table));
  }
  const transaction = database.transaction(table, mode);
  const request = work(transaction.objectStore(table));
  await ended(transaction);
  return request.result;
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} rejected with why it came to nothing */
function ended(transaction) {
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

/** What lasts as long as the page. @param {string} account @param {string} table @returns {Map<string, any>} */
function rowsOf(account, table) {
  const name = account + '/' + table;
  fallback.set(name, fallback.get(name) || new Map());
  return /** @type {Map<string, any>} */ (fallback.get(name));
}

/** @param {string} account @returns {Promise<IDBDatabase | null>} */
function open(account) {
  const opened = databases.get(account);
  if (opened) {
    return opened;
  }
  setKnown(known().filter((id) => id !== account).concat(account));
  const opening = new Promise((done) => {
    try {
      const request = indexedDB.open(PREFIX + account, VERSION);
      request.onupgradeneeded = () => {
        const lacking = TABLES.filter((table) => !request.result.objectStoreNames.contains(table));
        lacking.forEach((table) => request.result.createObjectStore(table));
      };
      request.onsuccess = () => {
        request.result.onversionchange = () => {
          request.result.close();
          databases.delete(account);
        };
        // Some browsers end the connection of a page that slept: the next one opens its own.
        request.result.onclose = () => databases.delete(account);
        done(request.result);
      };
      request.onerror = () => done(null);
    } catch (e) {
      done(null);
    }
  });
  databases.set(account, opening);
  return opening;
}

/** Ids of accounts that have a database here: browsers cannot all list them. @returns {string[]} */
function known() {
  try {
    return JSON.parse(localStorage.getItem(KNOWN) || '[]');
  } catch (e) {
    return Array.from(databases.keys());
  }
}

/** @param {string[]} accounts */
function setKnown(accounts) {
  try {
    localStorage.setItem(KNOWN, JSON.stringify(accounts));
  } catch (e) {
    // Nothing is kept across pages then, so nothing needs to be found again.
  }
}
