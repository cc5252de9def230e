using AngleSharp.Html.Dom;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>The story over HTTP, in browsers without script.</summary>
public sealed class HttpStage(Site site) : IStage
{
    public FixedClock Clock => site.Clock;

    public IServiceProvider Services => site.Services;

    public Task<IWalker> OpenAsync(bool phone) => Task.FromResult<IWalker>(new Walker(Visitor.To(site)));

    private sealed class Walker(Visitor visitor) : IWalker
    {
        public string Path => visitor.Address.AbsolutePath;

        public Task GoAsync(string path) => CheckedAsync(() => visitor.Go(path), $"GET {path}", path);

        public Task PressAsync(string button, params (string Name, string Value)[] fields) =>
            CheckedAsync(
                () =>
                    visitor.Press(button, [.. fields.Select(field => (field.Name, ValueOf(field.Name, field.Value)))]),
                $"'{button}'"
            );

        public async Task PressToBeAskedAsync(
            string button,
            string question,
            params (string Name, string Value)[] fields
        )
        {
            await visitor.Press(button, [.. fields.Select(field => (field.Name, ValueOf(field.Name, field.Value)))]);
            Assert.True(
                visitor.Page.QuerySelector($"[name='{question}']") is not null,
                $"'{button}' did not ask {question} on {Path}: {visitor.Text}"
            );
        }

        public Task PressInAsync(string part, string button) =>
            CheckedAsync(() => visitor.PressIn(part, button), $"'{button}' in {part}");

        public Task BreakOffAsync(string words) => PressAsync("Later verder", ("Form.Text", words));

        public async Task<int> StatusOfAsync(string path) => (int)(await visitor.Go(path)).Status;

        public Task<IHtmlDocument> PageAsync() => Task.FromResult(visitor.Page);

        private string ValueOf(string name, string words) =>
            visitor.Page.QuerySelector($"select[name='{name}']") is IHtmlSelectElement list
                ? list.Options.Single(option => option.Text == words).Value
                : words;

        private async Task CheckedAsync(Func<Task> act, string what, string? asked = null)
        {
            await act();
            Assert.True(
                visitor.Status == System.Net.HttpStatusCode.OK
                    && visitor.Page.QuerySelector(".error-summary") is null
                    && (Path != "/team/inloggen" || asked == Path),
                $"{what} led to {visitor.Status} on {Path}: {visitor.Text}"
            );
        }
    }
}
