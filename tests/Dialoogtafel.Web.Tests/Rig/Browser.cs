using System.Collections.Concurrent;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// A browser that keeps its cookies whatever the machine's clock says: the site lives at the fixed clock, and the framework's own cookie store would
/// throw away what has run out by today's date. Does not follow redirects.
/// </summary>
public static class Browser
{
    public static HttpClient OpenBrowser(this Site site) => site.CreateDefaultClient(new Uri("https://localhost"), new Jar());

    private sealed class Jar : DelegatingHandler
    {
        private readonly ConcurrentDictionary<string, string> cookies = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!cookies.IsEmpty)
            {
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
            {
                Keep(cookie.Split(';')[0].Split('=', 2));
            }

            return answer;
        }

        private void Keep(string[] cookie)
        {
            if (cookie[1].Length == 0)
            {
                cookies.TryRemove(cookie[0], out _);
            }
            else
            {
                cookies[cookie[0]] = cookie[1];
            }
        }
    }
}
