const { env } = process;

/** Tells our comment from others; nobody sees it. */
const MARK = '<!-- policywright: what the pull request newly allows -->';
/** GitHub takes 65,536 characters. */
const LONGEST = 60_000;
const CUT = '\n\nThe rest is in the summary of the job.';
const PAGE = 100;

/**
 * Keeps one comment on a pull request: the first run makes it, later ones write it anew. Without the right to comment,
 * as in pull requests from forks, the job's summary alone has the report.
 *
 * @param {number} number - of the pull request.
 * @param {string} report - in Markdown.
 */
export async function keepComment(number, report) {
  if (!env.POLICYWRIGHT_TOKEN) return;
  const body = `${MARK}\n${report.length > LONGEST ? `${wholeLines(report)}${CUT}` : report}`;
  try {
    if (await renew(number, body)) return;
    await api('POST', `issues/${number}/comments`, { body });
  } catch (error) {
    const status = error instanceof ApiError ? `GitHub answers ${error.status}` : 'GitHub cannot be reached';
    process.stdout.write(
      `::warning title=policywright::no comment on the pull request: ${status}; the job needs \`pull-requests: write\`\n`,
    );
  }
}

/**
 * The beginning of a report that fits into a comment, with no line in part.
 *
 * @param {string} report
 */
function wholeLines(report) {
  return report.slice(0, report.lastIndexOf('\n', LONGEST));
}

/**
 * Writes the comment of an earlier run anew.
 *
 * @param {number} number
 * @param {string} body
 * @returns {Promise<boolean>} whether there was one of ours: what others write with our mark cannot be changed by us.
 */
async function renew(number, body) {
  for (let page = 1; ; page++) {
    /** @type {readonly { id: number, body?: string }[]} */
    const comments = await api('GET', `issues/${number}/comments?per_page=${PAGE}&page=${page}`);
    for (const { id } of comments.filter((each) => each.body?.startsWith(MARK) === true)) {
      const refused = await api('PATCH', `issues/comments/${id}`, { body }).catch((error) => error);
      if (!(refused instanceof ApiError)) return true;
    }
    if (comments.length < PAGE) return false;
  }
}

/** What GitHub refuses. */
class ApiError extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`GitHub answers ${status}`);
    this.status = status;
  }
}

/**
 * Calls GitHub's interface for this repository.
 *
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>} what it answers.
 */
async function api(method, path, body) {
  const { GITHUB_API_URL = 'https://api.github.com', GITHUB_REPOSITORY, POLICYWRIGHT_TOKEN } = env;
  const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/${path}`, {
    method,
    headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${POLICYWRIGHT_TOKEN}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new ApiError(response.status);
  return response.json();
}
