// Speaks to the public REST API with the session; every answer comes back as a value.
const ROOT = "/api/v1/";

const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16)).join("");
// The cookie's, because logging in again in another tab renews it; the page's where it is hidden.
const cookie = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
const csrf = () => cookie() ?? document.querySelector("[name=csrfmiddlewaretoken]").value;

/** {ok, status, data, etag, message, errors}; `version` becomes If-Match, `held` If-None-Match. */
export async function call(method, path, {body, version, held} = {}) {
  const headers = {Accept: "application/json"};
  if (method !== "GET") headers["X-CSRFToken"] = csrf();
  if (method === "POST") headers["Idempotency-Key"] = key();
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  if (held) headers["If-None-Match"] = held;
  const options = {method, headers, cache: "no-store"};
  if (body !== undefined) options.body = JSON.stringify(body);
  try {
    const response = await fetch(ROOT + path, options);
    const text = await response.text();
    const data = text ? JSON.parse(text) : null;
    const answer = {ok: response.ok, status: response.status, data, etag: response.headers.get("ETag")};
    return response.ok || response.status === 304 ? answer : {...answer, ...complaint(response.status, data)};
  } catch {
    return {ok: false, status: 0, message: "The server did not answer. What you typed is still here; try again.", errors: []};
  }
}

function complaint(status, problem) {
  const errors = problem?.errors ?? [];
  const details = errors.map((error) => error.detail).filter(Boolean);
  const message = details.join(" ") || problem?.detail || `The server said ${status}.`;
  return {message: status === 401 ? "You are logged out. Log in in another tab, then try again." : message, errors};
}

/** Every row of a list, page by page. */
export async function all(path) {
  const rows = [];
  let next = path;
  while (next) {
    const answer = await call("GET", next);
    if (!answer.ok) return rows;
    rows.push(...answer.data.results);
    next = answer.data.next ? answer.data.next.split(ROOT)[1] : null;
  }
  return rows;
}
