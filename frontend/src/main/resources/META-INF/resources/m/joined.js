// Goes before modules that are sent as one file (JoinedModules). It knows them by their addresses, so that each is made once, whichever files hold it.
self.tongke =
  self.tongke ||
  (() => {
    /** @type {Object<string, {make: () => Object, made?: Object}>} */
    const modules = {};

    /** @param {string} path */
    function need(path) {
      const module = modules[path];
      if (!module) {
        throw new Error('not loaded: ' + path);
      }
      if (!module.made) {
        module.made = module.make();
      }
      return module.made;
    }

    return {
      need,
      define(path, make) {
        modules[path] = modules[path] || { make };
      },
      async load(path) {
        if (!modules[path]) {
          await import('/m/all' + path);
        }
        return need(path);
      },
    };
  })();
