// Claims, suggestions or sentences: one of the three lists at a time.

const tabs = () => [...document.querySelectorAll('.tabs [role="tab"]')];

export function showTab(name) {
  if (shownTab() === name) return;
  for (const tab of tabs()) {
    const chosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
  }
}

export const shownTab = () => tabs().find((tab) => tab.getAttribute("aria-selected") === "true").id.slice(4);

export function startTabs() {
  for (const tab of tabs()) tab.addEventListener("click", () => showTab(tab.id.slice(4)));
  document.querySelector(".tabs").addEventListener("keydown", (event) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!step) return;
    const open = tabs().filter((tab) => !tab.hidden);
    const next = open[(open.indexOf(document.activeElement) + step + open.length) % open.length];
    next.focus();
    showTab(next.id.slice(4));
  });
}
