using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Invitations;

/// <summary>Open afzegging: somebody gave a chair back, and it is neither filled nor dealt with.</summary>
/// <param name="Gone">Who gave it back.</param>
/// <param name="Free">Chairs of the table without a person.</param>
/// <param name="CallNext">Whom to call about it; null when the list holds nobody who fits.</param>
public sealed record OpenCancellation(Invitation Gone, int Free, Invitation? CallNext);

/// <summary>
/// Afzeggingen: the chairs of one table that were given back, however long before it. One stands until somebody of the
/// same perspective took a chair since, the table is full, the person comes after all, or the team says that it is
/// dealt with. Who waits for a chair is called first, by the seat rule; then somebody of the same perspective: who gave
/// no answer, who would know by now, who was not asked yet. Nobody is called before the day until which we keep silent.
/// </summary>
public sealed class Cancellations(TimeZoneInfo zone)
{
    public IReadOnlyList<OpenCancellation> Of(Gathering gathering, IReadOnlyCollection<CallFacts> people, DateTime now)
    {
        if (
            gathering.CancelledAt is not null
            || gathering.HasStarted(now)
            || !people.Any(item => item.Invitation.ChairGivenBackAt is not null)
        )
        {
            return [];
        }

        var plan = SeatPlan.Of(
            gathering,
            now,
            people
                .Select(item => item.Invitation)
                .Where(item => item is { Answer: RsvpAnswer.Yes, WithdrawnAt: null })
                .Select(item => new SeatClaim(
                    item.Id,
                    item.PerspectiveId,
                    item.AnsweredAt!.Value,
                    item.SeatedAt is not null
                ))
        );
        if (plan.Empty == 0)
        {
            return [];
        }

        var today = DateOnly.FromDateTime(LocalTime.ToLocal(now, zone));
        var callable = people
            .Where(item =>
                item.Invitation is { WithdrawnAt: null, Person: { NotToBeApproachedSince: null, ErasedAt: null } }
                && !CallListRule.IsPutOff(item, today)
            )
            .Select(item => item.Invitation)
            .ToList();
        var waiting = new Queue<Invitation>(
            plan.ToCall.Select(claim => callable.Find(item => item.Id == claim.InvitationId)).OfType<Invitation>()
        );
        var reserve = callable
            .Where(item => MayStillCome(item, now))
            .OrderBy(Rank)
            .ThenBy(item => item.ApproachedAt)
            .ThenBy(item => item.Id)
            .ToList();
        return
        [
            .. Unfilled(people.Select(item => item.Invitation))
                .Select(gone => new OpenCancellation(gone, plan.Empty, Next(gone, waiting, reserve))),
        ];
    }

    /// <summary>In each perspective the first chair taken since fills the first that was given back.</summary>
    private static IEnumerable<Invitation> Unfilled(IEnumerable<Invitation> people)
    {
        var all = people.ToList();
        var taken = all.Where(item => item is { SeatedAt: not null, WithdrawnAt: null })
            .OrderBy(item => item.SeatedAt)
            .ToList();
        foreach (
            var gone in all.Where(item => item.ChairGivenBackAt is not null)
                .OrderBy(item => item.ChairGivenBackAt)
                .ThenBy(item => item.Id)
        )
        {
            if (
                taken.Find(item => item.PerspectiveId == gone.PerspectiveId && item.SeatedAt > gone.ChairGivenBackAt) is
                { } filled
            )
            {
                taken.Remove(filled);
            }
            else
            {
                yield return gone;
            }
        }
    }

    private static Invitation? Next(Invitation gone, Queue<Invitation> waiting, List<Invitation> reserve)
    {
        if (waiting.TryDequeue(out var first))
        {
            return first;
        }

        var next = reserve.Find(item => item.PerspectiveId == gone.PerspectiveId);
        reserve.RemoveAll(item => item == next);
        return next;
    }

    private static bool MayStillCome(Invitation invitation, DateTime now) =>
        invitation.ChairGivenBackAt is null
        && invitation.State switch
        {
            InvitationState.Approached or InvitationState.Concept => true,
            InvitationState.Maybe => !(invitation.SilentUntil > now),
            _ => false,
        };

    private static int Rank(Invitation invitation) =>
        invitation.State switch
        {
            InvitationState.Approached => 0,
            InvitationState.Maybe => 1,
            _ => 2,
        };
}
