// What the page was served with: the article, and what whoever looks may do.

export const desk = JSON.parse(document.getElementById("desk").textContent);
export const may = (scope) => desk.scopes.includes(scope);
export const claimPage = (id) => desk.claim_page.replace("/ID/", `/${id}/`);
