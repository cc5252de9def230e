using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Tables;

/// <summary>
/// A table on Thursday 3 December 2026, 14.00, another day for it, and the mails that tell of the move.
/// </summary>
public abstract class MoveFixture : IAsyncLifetime
{
    protected const string Lived = "Ervaringsdeskundige";
    protected static readonly (string, string) AnotherDay = ("Form.Date", "2026-12-10");
    protected readonly Site site = new();
    protected World world = null!;

    public async Task InitializeAsync() => world = await World.On(site, 1, (Lived, 0));

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    protected Task<int> InviteAsync(string name) => world.Invite(name, Lived, $"{name}@voorbeeld.example");

    protected async Task<List<MailedLinks.Composed>> SentAsync(int invitation) =>
        [.. (await world.MailsOf(invitation)).Where(mail => mail.Row is { Kind: "verplaatst", State: MailState.Sent })];
}
