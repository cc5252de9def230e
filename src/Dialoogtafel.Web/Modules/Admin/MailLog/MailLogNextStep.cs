using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Admin.MailLog;

/// <summary>Mail that needs a person: failed, uncertain, or waiting for more than four hours.</summary>
public sealed class MailLogNextStep(DialoogtafelDb db, MailLogDesk desk) : INextStepSource
{
    private const int WentWrong = 100;
    private static readonly TimeSpan TooLong = TimeSpan.FromHours(4);

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        if (!actor.Has(null, TeamRole.Organiser))
        {
            return [];
        }

        var since = now - TooLong;
        var counts = await desk.Of(actor)
            .Where(mail =>
                mail.State == MailState.Failed
                || mail.State == MailState.Uncertain
                || (
                    mail.State == MailState.Queued
                    && mail.QueuedAt < since
                    && (mail.Attempts > 0 || mail.NextAt < since)
                )
            )
            .GroupBy(mail => new
            {
                mail.State,
                SeriesId = db
                    .Gatherings.Where(item => item.Id == mail.GatheringId)
                    .Select(item => (int?)item.SeriesId)
                    .FirstOrDefault(),
            })
            .Select(group => new
            {
                group.Key.SeriesId,
                group.Key.State,
                Count = group.Count(),
            })
            .ToListAsync(stop);
        return
        [
            .. counts
                .GroupBy(item => item.SeriesId)
                .Select(series =>
                    Step(
                        series.Key,
                        series.OrderBy(item => Rank(item.State)).Select(item => (item.State, item.Count)).First()
                    )
                ),
        ];
    }

    private static int Rank(MailState state) =>
        state switch
        {
            MailState.Failed => 0,
            MailState.Uncertain => 1,
            _ => 2,
        };

    private static NextStep Step(int? series, (MailState State, int Count) worst) =>
        worst switch
        {
            (MailState.Failed, 1) => New(series, "Eén mail is niet aangekomen.", "mislukt"),
            (MailState.Failed, var count) => New(series, $"{count} mails zijn niet aangekomen.", "mislukt"),
            (MailState.Uncertain, 1) => New(series, "Van één mail weten wij niet of hij is aangekomen.", "onzeker"),
            (MailState.Uncertain, var count) => New(
                series,
                $"Van {count} mails weten wij niet of ze zijn aangekomen.",
                "onzeker"
            ),
            (_, 1) => New(series, "Eén mail wacht al meer dan vier uur.", "wacht"),
            (_, var count) => New(series, $"{count} mails wachten al meer dan vier uur.", "wacht"),
        };

    private static NextStep New(int? series, string sentence, string filter) =>
        new(series, sentence, "Bekijk de post", $"/beheer/post?toon={filter}", WentWrong);
}
