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

  var time = page.getElementById('timeline');
  if (!time) return;
  var from = +time.getAttribute('data-from'), step = +time.getAttribute('data-step');
  var columns = +time.getAttribute('data-columns');
  var draws = all('.draw', time), axis = draws[0], scale = 1;
  var lanes = all('.draw[data-name]', time).map(function (draw) {
    var counts = [];
    (draw.getAttribute('data-counts') || '').split(' ').forEach(function (run) {
      var parts = run.split('x');
      if (run) for (var i = +(parts[1] ? parts[0] : 1); i--;) counts.push(+(parts[1] || parts[0]));
    });
    return { name: draw.getAttribute('data-name'), counts: counts };
  });
  var bar = make('div', { 'class': 'zoom' }), said = make('output', {});
  var cross = make('div', { 'class': 'cross' }), box = make('div', { 'class': 'box' });
  var slider = make('input', { type: 'range', min: 0, max: columns - 1, value: 0, 'aria-label': 'Column to read' });

  function clock(column) {
    var text = new Date(from + column * step).toISOString();
    return (step * columns > 129600000 ? text.slice(5, 10) + ' ' : '') + text.slice(11, 16) + ' UTC';
  }
  function read(column) {
    column = Math.max(0, Math.min(columns - 1, Math.floor(column)));
    var told = [];
    lanes.forEach(function (lane) { if (lane.counts[column]) told.push(lane.name + ' ' + lane.counts[column]); });
    var text = clock(column) + ' \u00b7 ' + (told.length ? '401s: ' + told.join(', ') : 'no 401');
    said.textContent = text;
    slider.value = column;
    slider.setAttribute('aria-valuetext', text);
    var x = axis.offsetLeft + (column + .5) / columns * axis.clientWidth * scale - axis.scrollLeft;
    cross.style.left = x + 'px';
    cross.style.display = x < axis.offsetLeft || x > axis.offsetLeft + axis.clientWidth ? 'none' : 'block';
  }
  function zoom(first, last) {
    scale = Math.max(1, Math.min(60, columns / Math.max(1, last - first)));
    draws.forEach(function (draw) { draw.firstElementChild.setAttribute('width', scale * 100 + '%'); });
    axis.classList.toggle('pan', scale > 1);
    var x = first / columns * axis.clientWidth * scale;
    draws.forEach(function (draw) { draw.scrollLeft = x; });
    all('button', bar).forEach(function (button) {
      button.setAttribute('aria-pressed', button.getAttribute('data-window') === first + ':' + last);
    });
    cross.style.display = 'none';
  }
  (time.getAttribute('data-windows') || '').split('|').forEach(function (window, i) {
    var parts = window.split(':');
    var button = make('button', { type: 'button', 'data-window': parts[1] + ':' + parts[2], 'aria-pressed': !i }, parts[0]);
    button.addEventListener('click', function () { zoom(+parts[1], +parts[2]); });
    bar.appendChild(button);
  });
  said.textContent = 'Point, or use the slider, to read a column; drag to zoom.';
  bar.appendChild(slider);
  bar.appendChild(said);
  time.insertBefore(bar, time.firstChild);
  time.appendChild(cross);
  time.appendChild(box);
  slider.addEventListener('input', function () { read(+slider.value); });
  axis.addEventListener('scroll', function () {
    draws.forEach(function (draw) { if (draw !== axis) draw.scrollLeft = axis.scrollLeft; });
  });

  var start = null;
  function column(e, draw) {
    var place = draw.getBoundingClientRect();
    return (e.clientX - place.left + draw.scrollLeft) / (place.width * scale) * columns;
  }
  function drop() { start = null; box.style.display = 'none'; }
  draws.forEach(function (draw) {
    draw.addEventListener('pointermove', function (e) {
      read(column(e, draw));
      if (start === null) return;
      box.style.left = Math.min(start.x, e.clientX) - time.getBoundingClientRect().left + 'px';
      box.style.width = Math.abs(e.clientX - start.x) + 'px';
      box.style.display = 'block';
    });
    draw.addEventListener('pointerdown', function (e) {
      if (e.pointerType !== 'mouse' || e.button) return;
      start = { x: e.clientX, column: column(e, draw) };
      e.preventDefault();
    });
    draw.addEventListener('pointerup', function (e) {
      if (start && Math.abs(e.clientX - start.x) > 6) {
        var end = column(e, draw);
        zoom(Math.max(0, Math.min(start.column, end)), Math.min(columns, Math.max(start.column, end)));
      }
      drop();
    });
  });
  addEventListener('pointerup', drop);
})();
