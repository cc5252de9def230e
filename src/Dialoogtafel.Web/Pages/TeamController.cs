using Dialoogtafel.Domain;
using Dialoogtafel.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// A page of the team: Dutch, in the team's layout, for somebody who is signed in (the right at its action saw to
/// that).
/// </summary>
[DutchOnly]
public abstract class TeamController(TimeProvider clock) : Controller
{
    protected Actor Me =>
        Actor.Of(HttpContext)
        ?? throw new InvalidOperationException("A team page without a team member: its action says Open.");

    /// <summary>UTC.</summary>
    protected DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Shows a domain's no beside its field, with everything typed still there.</summary>
    /// <param name="prefix">The name of the form in the page's model, for example "Form".</param>
    protected void Refuse(DomainRuleException refusal, string? prefix = null) =>
        ModelState.AddModelError(
            refusal.Field is null ? ""
                : prefix is null ? refusal.Field
                : $"{prefix}.{refusal.Field}",
            refusal.Message
        );

    /// <summary>Does what the domain may refuse; a refusal is shown as <see cref="Refuse"/> does.</summary>
    /// <returns>Whether it was done.</returns>
    protected bool Attempt(Action act, string? prefix = null)
    {
        try
        {
            act();
            return true;
        }
        catch (DomainRuleException refusal)
        {
            Refuse(refusal, prefix);
            return false;
        }
    }

    /// <inheritdoc cref="Attempt"/>
    protected async Task<bool> AttemptAsync(Func<Task> act, string? prefix = null)
    {
        try
        {
            await act();
            return true;
        }
        catch (DomainRuleException refusal)
        {
            Refuse(refusal, prefix);
            return false;
        }
    }

    /// <summary>One sentence for the next page: what was done. Shown by the team layout.</summary>
    protected void Say(string done) => TempData["Done"] = done;
}
