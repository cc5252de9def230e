using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>Series, tables and answers for tests that do not care how they came about.</summary>
public static class SomeTable
{
    public sealed record Ids(int Series, int First, int Second);

    /// <summary>
    /// A series of two tables over working; table 1 on the given day (23 days from the fixed clock), table 2 without a
    /// date.
    /// </summary>
    public static Task<Ids> SeriesAsync(
        this Site site,
        int project,
        DateTime? starts = null,
        int? facilitator = null
    ) =>
        site.Db(async db =>
        {
            var kind = await db.DialogueKindAsync();
            var domain = await db.LifeDomains.FirstAsync(item => item.Name == "Arbeid");
            var series = new GatheringSeries
            {
                ProjectId = project,
                LifeDomainId = domain.Id,
                Subject = "werk zoeken en houden",
                CreatedAt = site.Clock.Utc,
            };
            var place = new Location { Name = "De Schakel", Address = "Dorpsstraat 1, Zandwijk" };
            for (var number = 1; number <= 2; number++)
            {
                var table = Gathering.Of(kind, number);
                table.Location = place;
                table.Purpose = "elkaar beter begrijpen";
                table.ProcessFacilitatorId = number == 1 ? facilitator : null;
                table.StartsAt = number == 1 ? starts ?? site.Clock.Utc.AddDays(23) : null;
                series.Gatherings.Add(table);
            }

            db.Series.Add(series);
            await db.SaveChangesAsync();
            return new Ids(series.Id, series.Gatherings[0].Id, series.Gatherings[1].Id);
        });

    /// <summary>A person who said ja and has a chair, from a perspective of this kind.</summary>
    public static Task SeatAsync(this Site site, int project, int table, string perspective, PerspectiveKind kind) =>
        site.Db(async db =>
        {
            var (person, from) = (
                new Person { FirstName = "Piet", CreatedAt = site.Clock.Utc },
                await PerspectiveAsync(db, project, perspective, kind)
            );
            db.Persons.Add(person);
            await db.SaveChangesAsync();
            var invitation = new Invitation
            {
                GatheringId = table,
                PersonId = person.Id,
                PerspectiveId = from.Id,
                ViaWhom = "Anna",
                CreatedAt = site.Clock.Utc,
            };
            var gathering = await db.Gatherings.SingleAsync(item => item.Id == table);
            invitation.Respond(
                RsvpAnswer.Yes,
                gathering,
                new SeatPlan(10, new Dictionary<int, int>(), true, []),
                Hand.Self,
                site.Clock.Utc
            );
            db.Invitations.Add(invitation);
            await db.SaveChangesAsync();
        });

    /// <summary>One table in three weeks for which this person was approached.</summary>
    public static Task InvitedAsync(this Site site, int project, int perspective, int person, string subject) =>
        site.Db(async db =>
        {
            var series = new GatheringSeries
            {
                ProjectId = project,
                LifeDomainId = (await db.LifeDomains.FirstAsync(item => item.Name == "Arbeid")).Id,
                Subject = subject,
                CreatedAt = site.Clock.Utc,
            };
            var table = Gathering.Of(await db.DialogueKindAsync(), 1);
            table.StartsAt = site.Clock.Utc.AddDays(21);
            series.Gatherings.Add(table);
            db.Series.Add(series);
            await db.SaveChangesAsync();
            var invitation = new Invitation
            {
                GatheringId = table.Id,
                PersonId = person,
                PerspectiveId = perspective,
                ViaWhom = "Anna",
                CreatedAt = site.Clock.Utc,
            };
            invitation.Approach(new Hand(ContactChannel.Phone, null), site.Clock.Utc);
            db.Invitations.Add(invitation);
            await db.SaveChangesAsync();
        });

    private static async Task<Perspective> PerspectiveAsync(
        DialoogtafelDb db,
        int project,
        string name,
        PerspectiveKind kind
    )
    {
        if (
            await db.Perspectives.FirstOrDefaultAsync(item => item.ProjectId == project && item.Name == name) is
            { } known
        )
        {
            return known;
        }

        var made = new Perspective
        {
            ProjectId = project,
            Name = name,
            Kind = kind,
        };
        db.Perspectives.Add(made);
        await db.SaveChangesAsync();
        return made;
    }
}
