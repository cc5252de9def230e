using System.Net;
using AngleSharp.Html.Dom;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>Sends a form twice and counts what was made, mailed and said.</summary>
public abstract class RepeatedPostFixture : IAsyncLifetime
{
    /// <summary>
    /// Forms that still make a second one when they are sent again as they stand: the form does not know that it was
    /// sent. None may be added.
    /// </summary>
    protected static readonly string[] MakeTwo =
    [
        "somebody invited",
        "a table more",
        "notes",
        "an action",
        "a newsletter",
        "a question list",
        "asked for news",
        "sign-in link",
        "a call written down",
        "a consent written down",
        "a note with an action",
    ];

    /// <summary>
    /// Asked for by who gets it: when the first has left and it is asked for once more, another one comes.
    /// </summary>
    protected static readonly string[] AskedAgain =
    [
        "report proof",
        "newsletter tried",
        "test mail",
        "see again",
        "link again",
    ];

    /// <summary>What each opening, reading or asking writes down, also when it is done again.</summary>
    protected static readonly string[] Ledgers = ["ReadLog", "SignInRequests", "AspNetUserTokens"];

    protected readonly Site site = new();
    protected readonly List<string> wrong = [];
    protected readonly List<string> doubles = [];
    protected PreparedTable table = null!;

    public async Task InitializeAsync()
    {
        table = await PreparedTable.On(site);
        await table.World.SendAsync();
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Sends one form twice in a row with the same fields, as it stood on the page.</summary>
    /// <param name="action">Of the form; without a slash in front: below the page where the person is.</param>
    protected async Task TwiceAsync(
        string what,
        Visitor at,
        string action,
        bool mailLeftBetween,
        params (string Name, string Value)[] fields
    )
    {
        var path = action.StartsWith('/') ? action : $"/mijn-tafel/{at.Address.Segments[2].TrimEnd('/')}/{action}";
        var form = at.Page.Forms.FirstOrDefault(item => item.GetAttribute("action") == path);
        if (form is null && !action.StartsWith('/'))
        {
            await at.Go(path);
            form = at.Page.Forms.FirstOrDefault(item => item.GetAttribute("action") == path);
        }

        if (form is null)
        {
            wrong.Add(
                $"{what}: no form to {path} on {at.Address}: "
                    + $"{string.Join(' ', at.Page.Forms.Select(item => item.GetAttribute("action")))}"
            );
            return;
        }

        var before = DatabaseContent.Of(site);
        await PostAsync(what, at, form, path, fields);
        if (DatabaseContent.Of(site).ChangesSince(before).Count == 0)
        {
            wrong.Add($"{what}: nothing happened at all");
        }

        if (mailLeftBetween)
        {
            await table.World.SendAsync();
        }

        var (once, live) = (Counts(), await LiveAsync());
        await PostAsync(what + ", again", at, form, path, fields);
        foreach (
            var (kind, count) in Counts()
                .Where(item =>
                    item.Value > once.GetValueOrDefault(item.Key) && !(mailLeftBetween && AskedAgain.Contains(what))
                )
        )
        {
            doubles.Add($"{what}: {count - once.GetValueOrDefault(kind)} more of {kind}");
        }

        foreach (
            var (kind, count) in (await LiveAsync()).Where(item =>
                item.Value > live.GetValueOrDefault(item.Key) && !(mailLeftBetween && AskedAgain.Contains(what))
            )
        )
        {
            doubles.Add($"{what}: {count - live.GetValueOrDefault(kind)} more mail {kind}");
        }

        await table.World.SendAsync();
    }

    protected async Task PostAsync(
        string what,
        Visitor at,
        IHtmlFormElement form,
        string path,
        (string, string)[] fields
    )
    {
        using var answer = await at.Http.PostAsync(new Uri(at.Address, path), form.Filled(fields));
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
        {
            wrong.Add($"{what}: {(int)answer.StatusCode}");
        }
    }

    /// <summary>Rows of each table, without mails and what only writes down that somebody looked.</summary>
    protected Dictionary<string, int> Counts() =>
        DatabaseContent
            .Of(site)
            .Rows.Keys.Select(key => key.Split('/')[0])
            .Where(name => !Ledgers.Contains(name) && name is not ("Mails" or "MailContents"))
            .GroupBy(name => name)
            .ToDictionary(group => group.Key, group => group.Count());

    /// <summary>
    /// Mails that leave or left, by kind and person: one that took the place of another is not a double.
    /// </summary>
    protected async Task<Dictionary<string, int>> LiveAsync() =>
        (
            await site.Db(db =>
                db.Mails.Where(mail => mail.State != MailState.Dropped && mail.State != MailState.Recalled)
                    .Select(mail => mail.Kind + " to " + mail.Recipient)
                    .ToListAsync()
            )
        )
            .GroupBy(kind => kind)
            .ToDictionary(group => group.Key, group => group.Count());

    protected void AssertRight()
    {
        var all = string.Join(" | ", wrong.Concat(doubles.Where(item => !MakeTwo.Contains(item.Split(':')[0]))));
        Assert.True(all.Length == 0, all);
    }
}
