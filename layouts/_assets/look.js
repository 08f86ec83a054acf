// Keys for those who like them; links that work in a folder on disk. Pages are whole without this file.
(() => {
  const doc = document;
  // A folder on disk has no server to find index.html.
  if (location.protocol === 'file:') {
    for (const a of doc.querySelectorAll('a[href]')) {
      const [path, hash] = a.getAttribute('href').split('#');
      if (path.endsWith('/') && !/^[a-z]+:/i.test(path)) a.setAttribute('href', path + 'index.html' + (hash ? '#' + hash : ''));
    }
  }
  const help = doc.getElementById('keys');
  const to = (selector) => { const a = doc.querySelector(selector); if (a) location.href = a.href; };
  const step = (by) => {
    const links = [...doc.querySelectorAll('main .item')].map((i) => i.querySelector('a[href]:not(.kicker a)')).filter((a) => a && a.offsetParent);
    if (!links.length) return;
    const at = links.indexOf(doc.activeElement);
    const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  doc.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input,textarea,select,[contenteditable]')) return;
    if (help && help.open) return;
    switch (e.key) {
      case 'j': step(1); break;
      case 'k': step(-1); break;
      case 'h': to('.top .name a'); break;
      case '/': {
        const field = doc.getElementById('q');
        e.preventDefault();
        if (field) field.focus(); else to('.top a[href*="search/"]');
        break;
      }
      case '?': if (help) help.showModal(); break;
    }
  });
})();
