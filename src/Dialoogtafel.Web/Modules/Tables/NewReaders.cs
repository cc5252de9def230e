using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Tables;

/// <summary>
/// Who will read answers that are there already, and who hears of it: to agree to before anything is saved.
/// </summary>
/// <param name="Who">The new readers.</param>
/// <param name="Names">Those who get mail.</param>
/// <param name="Call">Those without an address.</param>
/// <param name="Failed">Those with an address that refused the last mail: they get none.</param>
/// <param name="Self">The only organiser appoints themselves.</param>
/// <param name="Mark">What is agreed to; comes back with the form.</param>
public sealed record NewReaders(
    IReadOnlyList<string> Who,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Call,
    IReadOnlyList<string> Failed,
    bool Self,
    string Mark
)
{
    public static NewReaders? Of(ReaderPlan plan, int me) =>
        !plan.IsNews
            ? null
            : new(
                [.. plan.New.Select(item => item.FullName)],
                plan.MailedNames,
                plan.CallNames,
                plan.FailedNames,
                plan.New.Any(item => item.Id == me),
                plan.Mark
            );

    /// <summary>What was done, for the next page; begins with a space, empty when nobody reads along.</summary>
    public static string Done(ReaderPlan plan) =>
        !plan.IsNews
            ? ""
            : $" {PeopleInWords.All([.. plan.New.Select(item => item.FullName)])} "
                + $"{(plan.New.Count == 1 ? "leest" : "lezen")} nu de antwoorden."
                + plan.MailedNames.Count switch
                {
                    0 => "",
                    1 => " Eén mens krijgt daarover een mail.",
                    var many => $" {many} mensen krijgen daarover een mail.",
                }
                + (plan.CallNames.Count == 0 ? "" : $" Bel zelf {PeopleInWords.All(plan.CallNames)}: geen mailadres.")
                + (
                    plan.FailedNames.Count == 0
                        ? ""
                        : $" Bel zelf {PeopleInWords.All(plan.FailedNames)}: de vorige mail kwam niet aan."
                );
}
