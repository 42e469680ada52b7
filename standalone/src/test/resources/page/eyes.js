/**
 * What a page looks like, for the test of all pages: runs before the page's own scripts. Whatever is found is told as a line of words.
 */
(() => {
  const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=menuitem], [role=option], [role=switch]';
  const FULL = 44;
  const LEAST = 24;
  /** Higher than any control. */
  const TALL = 120;
  /** What moves when it changes; a fade does not. */
  const MOVES = /^(all|transform|translate|scale|rotate|(min-|max-)?(width|height)|top|left|right|bottom|inset.*|margin.*|padding.*|flex.*|grid.*)$/;
  let shift = 0;
  const shifted = [];

  new PerformanceObserver((list) => {
    list.getEntries().forEach((entry) => {
      if (!entry.hadRecentInput) {
        shift += entry.value;
        shifted.push(entry.value.toFixed(3) + ' by ' + entry.sources.map((source) => name(source.node)).join(', '));
      }
    });
  }).observe({ type: 'layout-shift', buffered: true });

  /** Every element, those of shadow roots included. */
  function all(root = document) {
    return Array.from(root.querySelectorAll('*')).flatMap((one) => (one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]));
  }

  function name(one) {
    if (!one) {
      return 'nothing';
    }
    const element = one.nodeType === Node.ELEMENT_NODE ? one : one.parentElement;
    const classes = element && typeof element.className === 'string' ? element.className.trim().replace(/\s+/g, '.') : '';
    const words = element ? (element.getAttribute('aria-label') || element.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 24) : '';
    return element ? element.localName + (classes && '.' + classes) + ' "' + words + '"' : '#text';
  }

  const isSeen = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });

  /** Text that one cannot read to its end: what does not fit is hidden. */
  function cut() {
    return all()
      .filter((one) => one.textContent.trim() && isSeen(one) && hides(one))
      .filter((one) => {
        const box = one.getBoundingClientRect();
        return box.width > 2 && box.height > 2 && wordsIn(one).some((words) => words.right > box.right + 1 || words.bottom > box.bottom + 2);
      })
      .map((one) => name(one) + ' shows ' + one.clientWidth + ' × ' + one.clientHeight + ' of ' + one.scrollWidth + ' × ' + one.scrollHeight);
  }

  /** What does not fit into the element cannot be had by scrolling either. */
  function hides(one) {
    const style = getComputedStyle(one);
    const is = (overflow) => overflow === 'hidden' || overflow === 'clip';
    return (is(style.overflowX) && one.scrollWidth > one.clientWidth + 1) || (is(style.overflowY) && one.scrollHeight > one.clientHeight + 1);
  }

  /** Where the words in an element stand. */
  function wordsIn(one) {
    const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const boxes = [];
    const range = document.createRange();
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
      if (text.data.trim() && isSeen(text.parentElement)) {
        range.selectNodeContents(text);
        boxes.push(...range.getClientRects());
      }
    }
    return boxes;
  }

  /** What a finger can hit: the control with its label, and the field around an input. */
  function boxOf(one) {
    const boxes = [one.getBoundingClientRect()];
    const host = one.getRootNode().host;
    if (one.labels) {
      one.labels.forEach((label) => boxes.push(label.getBoundingClientRect()));
    }
    for (let outer = one; /^(input|select|textarea)$/.test(one.localName) && outer; outer = outer.parentElement) {
      if (/^vaadin-(input-container|checkbox|radio-button)$/.test(outer.localName)) {
        boxes.push(outer.getBoundingClientRect());
      }
    }
    if (host && /^vaadin-(button|checkbox|radio-button)/.test(host.localName)) {
      boxes.push(host.getBoundingClientRect());
    }
    const seen = boxes.filter((box) => box.width > 0 && box.height > 0);
    const left = Math.min(...seen.map((box) => box.left));
    const top = Math.min(...seen.map((box) => box.top));
    return { left, top, width: Math.max(...seen.map((box) => box.right)) - left, height: Math.max(...seen.map((box) => box.bottom)) - top };
  }

  /** A link within a sentence is as high as its line, which WCAG 2.5.8 allows. */
  function isInText(one) {
    const block = one.closest('p, li, dt, dd, td, th');
    return one.localName === 'a' && getComputedStyle(one).display === 'inline' && block && block.textContent.trim() !== one.textContent.trim();
  }

  function targets() {
    const controls = all()
      .filter((one) => one.matches(CONTROLS) && !one.disabled && isSeen(one) && one.getClientRects().length > 0 && !isInText(one))
      .filter((one) => one.closest('.tkf-tiles, .pb-map') === null)
      .map((one) => ({ one, box: boxOf(one) }))
      .filter(({ box }) => box.width > 1 && box.height > 1);
    const small = controls.filter(({ box }) => Math.min(box.width, box.height) < FULL - 0.5);
    const tiny = small.filter(({ one, box }) => {
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      const near = ({ one: other, box: its }) =>
        other !== one &&
        !other.contains(one) && !one.contains(other) &&
        Math.hypot(x - Math.max(its.left, Math.min(x, its.left + its.width)), y - Math.max(its.top, Math.min(y, its.top + its.height))) < LEAST / 2;
      return Math.min(box.width, box.height) < LEAST - 0.5 && controls.some(near);
    });
    const told = ({ one, box }) => name(one) + ' is ' + Math.round(box.width) + ' × ' + Math.round(box.height);
    return { count: controls.length, small: small.map(told), tiny: tiny.map(told) };
  }

  /** Elements from one that has the focus to the page, shadow hosts included. */
  function outwards(one) {
    const found = [];
    for (let outer = one; outer; outer = outer.parentNode || outer.host) {
      found.push(outer);
    }
    return found;
  }

  function deepest(find) {
    let found = find(document);
    while (found && found.shadowRoot && find(found.shadowRoot) && find(found.shadowRoot) !== found) {
      found = find(found.shadowRoot);
    }
    return found;
  }

  /** An outline or a shadow around an element or what it is drawn with. */
  function isRinged(one) {
    return [null, '::before', '::after'].some((part) => {
      const style = getComputedStyle(one, part);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
  }

  /** What is wrong with the element that has the focus, as a line; null where nothing is, and empty where nothing has it. */
  function focus() {
    const one = deepest((root) => root.activeElement);
    if (!one || one === document.body) {
      return '';
    }
    const around = [one, one.parentElement, one.getRootNode().host, one.closest('vaadin-checkbox, vaadin-radio-button, [class*=field], vaadin-combo-box')].filter(Boolean);
    const drawn = around.concat(around.flatMap((outer) => (outer.shadowRoot ? Array.from(outer.shadowRoot.querySelectorAll('*')) : [])));
    // a date's parts and the sign of its calendar are the browser's, and ringed by it
    if (!one.matches('[type=date], [type=time]') && !drawn.some(isRinged)) {
      return name(one) + ' does not show the focus';
    }
    const box = one.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= innerHeight) {
      return name(one) + ' has the focus out of sight';
    }
    // of what is long, some part is enough
    const over = (box.height > TALL ? [0.1, 0.5, 0.9] : [0.5]).map((share) => whatIsOver(one, around, box, share));
    return over.every(Boolean) ? name(one) + ' has the focus under ' + name(over[0]) : null;
  }

  /** What lies over an element at a share of its height, or null. */
  function whatIsOver(one, around, box, share) {
    const x = Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2));
    const y = Math.min(innerHeight - 1, Math.max(0, box.top + box.height * share));
    const top = deepest((root) => root.elementFromPoint(x, y));
    const isOver = top && !outwards(top).some((outer) => around.includes(outer)) && !outwards(one).includes(top);
    return isOver ? top : null;
  }

  /** What would move although the person asked for little motion. */
  function moving() {
    const seconds = (times) => Math.max(...times.split(',').map(parseFloat));
    const byStyle = all().filter((one) => {
      const style = getComputedStyle(one);
      const durations = style.transitionDuration.split(',').map(parseFloat);
      const moves = style.transitionProperty.split(',').some((property, index) => MOVES.test(property.trim()) && durations[index % durations.length] > 0.01);
      return moves && isSeen(one);
    });
    const running = document.getAnimations({ subtree: true }).filter((animation) => {
      const effect = animation.effect;
      return effect && effect.getComputedTiming().duration > 10 && effect.getKeyframes().some((frame) => Object.keys(frame).some((key) => MOVES.test(key.replace(/[A-Z]/g, '-$&').toLowerCase())));
    });
    return [...byStyle.map((one) => name(one) + ' moves by ' + getComputedStyle(one).transition), ...running.map((one) => name(one.effect.target) + ' is moved by ' + (one.animationName || one.transitionProperty))];
  }

  /** Every piece of text that is seen or read aloud. */
  function texts() {
    return all()
      .filter((one) => !/^(script|style|template)$/.test(one.localName))
      .flatMap((one) => [
        ...Array.from(one.childNodes).filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()),
        ...['aria-label', 'title', 'placeholder', 'alt'].map((attribute) => one.getAttribute(attribute) || ''),
      ])
      .filter((text) => /\p{Script=Han}/u.test(text));
  }

  const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

  window.tongkeEyes = { sideways, cut, targets, moving, texts, focus, shift: () => ({ sum: shift, shifted }) };
})();
