using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>Eighteen people asked for one table, over HTTP, held against the table that was written first.</summary>
[Trait("Kind", "story")]
public sealed class EighteenPeopleTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Eighteen_people_and_one_table_come_out_as_was_written_down_before()
    {
        var story = new Story(new HttpStage(site));
        var outcome = new Outcome(story);
        var differences = new List<string>();

        await story.PlayAsync(async moment => differences.AddRange(await outcome.CountsAsync(moment)));
        differences.AddRange(await outcome.PeopleAsync());

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        await OrganiserHeardTwiceAsync();
    }

    /// <summary>
    /// Somebody else was named; a chair came back four days before, and that was told within the hour although it was
    /// night.
    /// </summary>
    private async Task OrganiserHeardTwiceAsync()
    {
        var told = (await site.MailsAsync())
            .Where(mail => mail.Row.Recipient == "petra@hogeschool.example" && mail.Row.GatheringId is not null)
            .ToList();
        Assert.Equal(["iemand-anders-team", "afzegging-alarm"], told.Select(mail => mail.Row.Kind));
        Assert.Equal(new DateTime(2026, 12, 6, 21, 0, 0, DateTimeKind.Utc), told[1].Row.SentAt);
        Assert.Contains("Bel eerst Karin", told[1].Mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await site.Db(db => db.Mails.AsNoTracking().ToListAsync()), mail =>
            mail.State is not (MailState.Sent or MailState.Dropped)
        );
    }
}
