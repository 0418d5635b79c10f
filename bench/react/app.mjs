// The same page drawn in the browser: the components of the product under React, the same view fetched as JSON.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { LinkListPage } from '../../apps/gateway/src/pages/links/link-list-page.js';
import { TodayPage } from '../../apps/gateway/src/pages/today/today-page.js';

const pages = { '/today': TodayPage, '/links': LinkListPage };

const address = location.pathname.slice('/bench'.length);
const answer = await fetch(address, { headers: { 'x-bench-view': 'json' } });
const { frame, view } = await answer.json();
createRoot(document.body).render(createElement(pages[address], { frame, view }));
