using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Features.Shared;
using Dialoogtafel.Web.Rights;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.Recruiting;

/// <summary>What the people of a series ask for: a call about a free chair, a call that was asked for, an invitation that still lies ready.</summary>
public sealed class RecruitingSteps(DialoogtafelDb db) : INextStepSource
{
    private const int ChairFree = 80;
    private const int CallAsked = 60;
    private const int Concepts = 45;

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        var projects = actor.RecruiterProjects();
        var tables = projects.Count == 0 ? [] : await db.Gatherings.AsNoTracking().Include(item => item.Kind).Include(item => item.Series).Include(item => item.Wanted).AsSingleQuery()
            .Where(item => projects.Contains(item.Series!.ProjectId) && item.CancelledAt == null && item.StartsAt > now).ToListAsync(stop);
        var ids = tables.Select(table => table.Id).ToList();
        var asked = (await db.Invitations.AsNoTracking().Where(item => ids.Contains(item.GatheringId) && item.WithdrawnAt == null)
            .Select(item => new Asked(item.Id, item.GatheringId, item.Person!.FirstName, item.PerspectiveId, item.Answer, item.AnsweredAt, item.SeatedAt != null, item.CallSince != null, item.ApproachedAt != null))
            .ToListAsync(stop)).ToLookup(item => item.GatheringId);
        return [.. tables.Select(table => Step(table, [.. asked[table.Id]], now)).OfType<NextStep>()
            .GroupBy(step => step.SeriesId).Select(group => group.MaxBy(step => step.Urgency)!)];
    }

    private static NextStep? Step(Gathering table, IReadOnlyList<Asked> people, DateTime now)
    {
        var subject = table.Series!.Subject;
        var board = $"/bijeenkomsten/{table.Id}/werving";
        var plan = SeatPlan.Of(table, now, people.Where(item => item.Answer == RsvpAnswer.Yes).Select(item => new SeatClaim(item.Id, item.PerspectiveId, item.AnsweredAt!.Value, item.Seated)));
        if (plan.ToCall.FirstOrDefault() is { } first)
        {
            return new(table.SeriesId, $"Er is een stoel vrij over {subject}. Bel {people.Single(item => item.Id == first.InvitationId).Name}.", "Bel en geef de stoel",
                $"/uitnodigingen/{first.InvitationId}", ChairFree);
        }

        var calls = people.Where(item => item.ToCall).ToList();
        var ready = people.Count(item => item is { Approached: false, Answer: null });
        return (calls.Count, ready) switch
        {
            (1, _) => new(table.SeriesId, $"{calls[0].Name} wacht op een telefoontje over {subject}.", $"Naar {calls[0].Name}", $"/uitnodigingen/{calls[0].Id}", CallAsked),
            ( > 1, _) => new(table.SeriesId, $"{calls.Count} mensen wachten op een telefoontje over {subject}.", "Naar het bord", board, CallAsked),
            (_, 1) => new(table.SeriesId, $"Eén uitnodiging over {subject} ligt klaar.", "Bekijk en verstuur", board, Concepts),
            (_, > 1) => new(table.SeriesId, $"{ready} uitnodigingen over {subject} liggen klaar.", "Bekijk en verstuur", board, Concepts),
            _ => null,
        };
    }

    private sealed record Asked(int Id, int GatheringId, string Name, int PerspectiveId, RsvpAnswer? Answer, DateTime? AnsweredAt, bool Seated, bool ToCall, bool Approached);
}
