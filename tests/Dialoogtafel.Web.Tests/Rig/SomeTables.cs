using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>Tables and invitations straight in the database.</summary>
public static class SomeTables
{
    /// <summary>One table in three weeks for which this person was approached.</summary>
    public static Task InvitedAsync(this Site site, int project, int perspective, int person, string subject) => site.Db(async db =>
    {
        var series = new Series { ProjectId = project, LifeDomainId = db.LifeDomains.First().Id, Subject = subject, CreatedAt = site.Clock.Utc };
        var gathering = Gathering.Of(db.GatheringKinds.Single(), 1);
        gathering.StartsAt = site.Clock.Utc.AddDays(21);
        series.Gatherings.Add(gathering);
        db.Series.Add(series);
        await db.SaveChangesAsync();
        var invitation = new Invitation { GatheringId = gathering.Id, PersonId = person, PerspectiveId = perspective, ViaWhom = "Anna", CreatedAt = site.Clock.Utc };
        invitation.Approach(new Hand(ContactChannel.Phone, null), site.Clock.Utc);
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync();
    });
}
