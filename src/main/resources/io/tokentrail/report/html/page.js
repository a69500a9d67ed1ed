(function () {
  'use strict';
  var page = document, root = page.documentElement;
  function all(selector, from) { return Array.prototype.slice.call((from || page).querySelectorAll(selector)); }
  function make(tag, attributes, text) {
    var e = page.createElement(tag);
    for (var name in attributes) e.setAttribute(name, attributes[name]);
    if (text) e.textContent = text;
    return e;
  }

  var themes = ['auto', 'light', 'dark'], theme = 0, switcher = make('button', { type: 'button' }, 'Theme: auto');
  switcher.addEventListener('click', function () {
    theme = (theme + 1) % 3;
    if (theme) root.setAttribute('data-theme', themes[theme]); else root.removeAttribute('data-theme');
    switcher.textContent = 'Theme: ' + themes[theme];
  });
  page.querySelector('.tools').appendChild(switcher);

  function unfold() {
    var target = location.hash && page.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var e = target; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
  }
  addEventListener('hashchange', unfold);
  unfold();

  var folded = [];
  addEventListener('beforeprint', function () {
    folded = all('details:not([open])');
    folded.forEach(function (d) { d.open = true; });
  });
  addEventListener('afterprint', function () { folded.forEach(function (d) { d.open = false; }); });

  all('pre').forEach(function (pre) {
    if (!navigator.clipboard) return;
    var text = pre.textContent, button = make('button', { type: 'button', 'class': 'copy' }, 'copy');
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(text).then(function () {
        button.textContent = 'copied';
        setTimeout(function () { button.textContent = 'copy'; }, 1500);
      }, function () { button.textContent = 'not allowed'; });
    });
    pre.insertBefore(button, pre.firstChild);
  });

  function key(row, column) {
    var cell = row.children[column], value = cell ? cell.getAttribute('data-v') : '';
    if (value === null) value = cell.textContent.trim();
    var number = value.replace(/[\s\u00a0%]/g, '').replace('\u2212', '-');
    return /^-?[\d.]+(e-?\d+)?$/.test(number) ? parseFloat(number) : value.toLowerCase();
  }
  function order(a, b) {
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
  }
  all('table[data-sort]').forEach(function (table) {
    all('thead th', table).forEach(function (head, column) {
      var handle = make('span', { role: 'button', tabindex: '0', 'class': 'sorter' }, head.textContent);
      head.textContent = '';
      head.appendChild(handle);
      function sort() {
        var down = head.getAttribute('aria-sort') === 'ascending';
        all('th', head.parentElement).forEach(function (h) { h.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        all('tbody', table).forEach(function (body) {
          all('tr:not(.group)', body).map(function (row, i) { return { row: row, i: i, k: key(row, column) }; })
            .sort(function (a, b) { return (down ? -1 : 1) * order(a.k, b.k) || a.i - b.i; })
            .forEach(function (entry) { body.appendChild(entry.row); });
        });
      }
      handle.addEventListener('click', sort);
      handle.addEventListener('keydown', function (e) {
        if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); sort(); }
      });
    });
  });

  all('table[data-filter]').forEach(function (table, i) {
    var rows = all('tbody tr:not(.group)', table);
    if (rows.length < 8) return;
    var id = 'filter' + i, bar = make('p', { 'class': 'filter' }), said = make('span', { role: 'status' });
    var field = make('input', { type: 'search', id: id, autocomplete: 'off', spellcheck: 'false' });
    field.addEventListener('input', function () {
      var words = field.value.toLowerCase().split(/\s+/), shown = 0;
      rows.forEach(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(function (w) { return text.indexOf(w) >= 0; });
        if (!row.hidden) shown++;
      });
      all('tr.group', table).forEach(function (row) { row.hidden = !!field.value; });
      said.textContent = field.value ? shown + ' of ' + rows.length + ' rows' : '';
    });
    bar.appendChild(make('label', { 'for': id }, table.getAttribute('data-filter')));
    bar.appendChild(field);
    bar.appendChild(said);
    var region = table.parentElement.classList.contains('wide') ? table.parentElement : table;
    region.parentElement.insertBefore(bar, region);
  });
})();
