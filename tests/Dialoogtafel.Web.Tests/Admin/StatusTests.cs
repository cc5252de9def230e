using System.Net;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Admin;

public sealed class StatusTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task It_is_ready_on_an_empty_machine() => Assert.Equal(HttpStatusCode.OK, await ReadyAsync());

    [Fact]
    public async Task Mail_that_waits_longer_than_four_hours_makes_it_not_ready()
    {
        await MailAsync(site.Clock.Utc);

        site.Clock.Move(TimeSpan.FromHours(4));
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
        site.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync());
    }

    [Fact]
    public async Task A_mail_that_is_tried_again_and_again_counts_from_its_first_moment()
    {
        await MailAsync(site.Clock.Utc, mail =>
        {
            mail.Claim(site.Clock.Utc);
            mail.TryAgain("451 later", site.Clock.Utc.AddHours(6));
        });

        site.Clock.Move(TimeSpan.FromHours(5));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync());
    }

    [Fact]
    public async Task Mail_whose_moment_is_still_to_come_does_not_wait()
    {
        await MailAsync(site.Clock.Utc.AddDays(2));

        site.Clock.Move(TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
    }

    [Fact]
    public async Task A_clock_that_went_back_makes_it_not_ready()
    {
        await MailAsync(site.Clock.Utc.AddDays(2));

        site.Clock.Move(TimeSpan.FromMinutes(-4));
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
        site.Clock.Move(TimeSpan.FromHours(-1));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync());
    }

    [Theory]
    [InlineData(TeamRole.Organiser, HttpStatusCode.OK)]
    [InlineData(TeamRole.Administrator, HttpStatusCode.OK)]
    [InlineData(TeamRole.CoResearcher, HttpStatusCode.NotFound)]
    [InlineData(TeamRole.Facilitator, HttpStatusCode.NotFound)]
    public async Task Organisers_and_administrators_see_the_status(TeamRole role, HttpStatusCode expected)
    {
        var browser = await site.SignedInAsync(
            "tim",
            role,
            role == TeamRole.Administrator ? null : await site.ProjectAsync("Werk")
        );

        Assert.Equal(expected, (await browser.GetAsync("/beheer/status")).StatusCode);
    }

    [Fact]
    public async Task It_counts_mail_without_saying_for_whom()
    {
        await MailAsync(site.Clock.Utc);
        var browser = await site.SignedInAsync("tim", TeamRole.Administrator, null);

        var page = await browser.PageAsync("/beheer/status");

        Assert.Equal("1", page.QuerySelectorAll("tbody tr").First().QuerySelector("td")!.TextContent);
        Assert.DoesNotContain("kanarie", page.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("schema 22", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("De sleutels liggen", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_inside_the_data_folder_are_warned_about()
    {
        site.With("KeysFolder", Path.Combine(site.Folder, "data", "keys"));
        var browser = await site.SignedInAsync("tim", TeamRole.Administrator, null);

        Assert.Contains(
            "De sleutels liggen in dezelfde map als de gegevens",
            (await browser.PageAsync("/beheer/status")).Words(),
            StringComparison.Ordinal
        );
    }

    private async Task<HttpStatusCode> ReadyAsync() =>
        (await site.CreateClient().GetAsync("/healthz/ready")).StatusCode;

    private Task MailAsync(DateTime due, Action<OutgoingMail>? then = null) =>
        site.Db(async db =>
        {
            var id = Guid.NewGuid();
            var mail = OutgoingMail.Due(
                new OutgoingMail
                {
                    Id = id,
                    Key = $"x:{id}",
                    Kind = "uitnodiging",
                    Recipient = "kanarie@thuis.example",
                    MessageId = $"{id:N}@x.example",
                    QueuedAt = site.Clock.Utc,
                },
                new SealedText([1]),
                due
            );
            then?.Invoke(mail);
            db.Mails.Add(mail);
            await db.SaveChangesAsync();
        });
}
