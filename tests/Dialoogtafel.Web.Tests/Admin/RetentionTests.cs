using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>
/// The clock past the retention dates empties what it should and nothing else (S62). The table is
/// on 3 December 2026.
/// </summary>
public sealed class RetentionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Own_words_go_three_months_after_the_last_table_of_the_series_and_the_answer_stays(
        bool secondWithoutDate
    )
    {
        using var site = new Site();
        var world = await World.On(site);
        if (secondWithoutDate)
        {
            await site.Db(async db =>
            {
                var series = await db
                    .Series.Include(item => item.Gatherings)
                    .SingleAsync(item => item.Id == world.Series);
                series.Gatherings.Add(Gathering.Of(await db.DialogueKindAsync(), 2));
                await db.SaveChangesAsync();
            });
        }

        var anna = await world.Invite("Anna", "Gemeente", "anna@deelnemer.test", "06 555 00 002");
        var person = await new Visitor(site.Open()).Go($"{await world.LinkOf(anna)}/antwoord");
        await person.Press("Verstuur mijn antwoord", ("Form.Answer", "Contribute"));
        await person.Press("Verstuur", ("Form.How", "CallMe"), ("Form.CallWhen", "dinsdag"));

        await AtAsync(site, new DateTime(2027, 3, 2, 3, 30, 0, DateTimeKind.Utc));
        Assert.NotNull((await world.Read(anna)).Note);

        await AtAsync(site, new DateTime(2027, 3, 4, 3, 30, 0, DateTimeKind.Utc));
        Assert.Null((await world.Read(anna)).Note);
        Assert.Equal(RsvpAnswer.Contribute, (await world.Read(anna)).Answer);
    }

    [Fact]
    public async Task Who_never_answered_goes_six_months_after_the_table_and_who_agreed_to_stay_or_has_a_role_stays()
    {
        using var site = new Site();
        var world = await World.On(site);
        var ids = await world.Invite([
            ("Anna", "Gemeente", "anna@deelnemer.test", null),
            ("Bo", "Gemeente", "bo@deelnemer.test", null),
            ("Cas", "Gemeente", "cas@deelnemer.test", null),
        ]);
        var (bo, cas) = ((await world.Read(ids[1])).PersonId, (await world.Read(ids[2])).PersonId);
        await site.Db(async db =>
        {
            db.Consents.Add(
                new ConsentRecord
                {
                    PersonId = bo,
                    Purpose = ConsentPurpose.StayInNetwork,
                    TextVersion = "2026-11",
                    Channel = ConsentChannel.Phone,
                    GivenAt = site.Clock.Utc,
                }
            );
            db.RoleAssignments.Add(
                new RoleAssignment
                {
                    PersonId = cas,
                    ProjectId = world.Project,
                    Role = ParticipationRole.Partner,
                    From = site.Clock.Utc,
                    Reason = "vroeg erom",
                }
            );
            await db.SaveChangesAsync();
        });

        await AtAsync(site, new DateTime(2027, 6, 2, 3, 30, 0, DateTimeKind.Utc));
        Assert.Equal(["Anna", "Bo", "Cas", "Petra"], await NamesAsync(site));

        await AtAsync(site, new DateTime(2027, 6, 5, 3, 30, 0, DateTimeKind.Utc));
        Assert.Equal(["Bo", "Cas", "Petra"], await NamesAsync(site));
    }

    [Fact]
    public async Task The_files_of_the_local_mailbox_go_after_as_many_days_as_the_bytes_of_a_mail()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", "Gemeente", "anna@deelnemer.test", approached: false);
        var organiser = await world.SignIn();
        await organiser.Go($"/uitnodigingen/{anna}/voorbeeld");
        await organiser.Press("Verstuur naar Anna");
        site.Clock.Move(TimeSpan.FromMinutes(2));
        await site.Run<MailPump>();

        site.Clock.Move(TimeSpan.FromDays(13));
        await site.Run<RetentionJob>();
        Assert.Single(Directory.GetFiles(site.MailFolder));

        site.Clock.Move(TimeSpan.FromDays(2));
        await site.Run<RetentionJob>();
        Assert.Empty(Directory.GetFiles(site.MailFolder));
    }

    [Theory]
    [InlineData(null, 17, 18)]
    [InlineData(-10, 7, 8)]
    public async Task What_somebody_needs_goes_fourteen_days_after_the_table_or_after_it_was_cancelled(
        int? cancelled,
        int stays,
        int goes
    )
    {
        using var site = new Site();
        var world = await World.On(site);
        var person = await new Visitor(site.Open()).Go(
            $"{await world.LinkOf(await world.Invite("Anna", "Gemeente", "anna@deelnemer.test"))}/antwoord"
        );
        await person.Press("Verstuur mijn antwoord", ("Form.Answer", "Yes"));
        await person.Follow("Wat heeft u nodig?");
        await person.Press("Bewaar", ("Form.QuietPlace", "true"));
        if (cancelled is { } days)
        {
            var at = new DateTime(2026, 12, 3, 13, 0, 0, DateTimeKind.Utc).AddDays(days);
            await site.Db(db => db.Gatherings.ExecuteUpdateAsync(set => set.SetProperty(item => item.CancelledAt, at)));
        }

        await AtAsync(site, new DateTime(2026, 12, stays, 3, 30, 0, DateTimeKind.Utc));
        Assert.Equal(1, await site.Db(db => db.Needs.CountAsync()));

        await AtAsync(site, new DateTime(2026, 12, goes, 3, 30, 0, DateTimeKind.Utc));
        Assert.Equal(0, await site.Db(db => db.Needs.CountAsync()));
    }

    private static async Task AtAsync(Site site, DateTime moment)
    {
        site.Clock.Move(moment - site.Clock.Utc);
        Assert.True(await site.Run<RetentionJob>());
    }

    private static Task<List<string>> NamesAsync(Site site) =>
        site.Db(db =>
            db.Persons.Where(item => item.ErasedAt == null)
                .OrderBy(item => item.FirstName)
                .Select(item => item.FirstName)
                .ToListAsync()
        );
}
