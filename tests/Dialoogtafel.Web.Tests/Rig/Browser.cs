using System.Net.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// A browser with cookies of its own that follows no redirect. Its cookies know no real time: with the site's fixed
/// clock a cookie may carry a date that lies behind the clock of this computer.
/// </summary>
public static class Browser
{
    public static HttpClient Open(this Site site) => site.CreateDefaultClient(new Uri("https://localhost"), new Jar());

    private sealed class Jar : DelegatingHandler
    {
        private readonly Dictionary<(string Name, string Path), string> cookies = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            lock (cookies)
            {
                var sent = cookies
                    .Where(cookie => Covers(cookie.Key.Path, request.RequestUri!.AbsolutePath))
                    .Select(cookie => $"{cookie.Key.Name}={cookie.Value}")
                    .ToList();
                if (sent.Count > 0)
                {
                    request.Headers.Add(HeaderNames.Cookie, string.Join("; ", sent));
                }
            }

            var response = await base.SendAsync(request, stop);
            Keep(response.Headers);
            return response;
        }

        // RFC 6265, 5.1.4.
        private static bool Covers(string path, string asked) =>
            asked == path
            || (asked.StartsWith(path, StringComparison.Ordinal) && (path[^1] == '/' || asked[path.Length] == '/'));

        private void Keep(HttpResponseHeaders headers)
        {
            if (!headers.TryGetValues(HeaderNames.SetCookie, out var lines))
            {
                return;
            }

            lock (cookies)
            {
                foreach (var cookie in lines.Select(line => SetCookieHeaderValue.Parse(line)))
                {
                    // A browser refuses a __Host- cookie that is not Secure, also when it only takes one away.
                    if (cookie.Name.StartsWith("__Host-", StringComparison.Ordinal))
                    {
                        Assert.True(
                            cookie.Secure && cookie.Path == "/" && !cookie.Domain.HasValue,
                            $"A browser would refuse {cookie.Name}."
                        );
                    }

                    var key = (cookie.Name.Value!, cookie.Path.Value ?? "/");
                    cookies[key] = cookie.Value.Value ?? "";
                    if (cookie.Expires?.Year == 1970 || cookie.MaxAge <= TimeSpan.Zero)
                    {
                        cookies.Remove(key);
                    }
                }
            }
        }
    }
}
