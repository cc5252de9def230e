using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Newsletter;

/// <summary>
/// For whom an issue is: by the running participation role in the project. Who gets the news and has no role
/// counts as publiek.
/// </summary>
[Flags]
public enum NewsletterAudience
{
    Nobody = 0,
    CoResearchers = 1,
    Partners = 2,
    Informants = 4,
    Public = 8,
    Everybody = CoResearchers | Partners | Informants | Public,
}

/// <summary>Where an issue stands; follows from its dates.</summary>
public enum IssueState
{
    Draft,

    /// <summary>Leaves at a moment to come; can be taken back until then.</summary>
    Scheduled,

    /// <summary>Its mails are being put in the outbox.</summary>
    Leaving,

    /// <summary>Every mail of it is in the outbox or has left.</summary>
    Sent,
}

/// <summary>
/// Nieuwsbrief: one issue of the news of a project: title and text (Markdown), audience, and how far it is (R-126,
/// M-23). It leaves once; whoever has a running consent for the news of the project by then gets one mail.
/// </summary>
public sealed class NewsletterIssue : IVersioned
{
    public const int MaxTitle = 120;
    public const int MaxBody = 20_000;

    public int Id { get; private set; }
    public required int ProjectId { get; init; }

    /// <summary>The new series that it tells the network of (M-26); null for any other issue.</summary>
    public int? SeriesId { get; init; }

    public required string Title { get; set; }
    public required string Body { get; set; }
    public NewsletterAudience Audience { get; set; } = NewsletterAudience.Everybody;
    public DateTime CreatedAt { get; init; }

    /// <summary>When it leaves, UTC; null = not decided.</summary>
    public DateTime? SendAt { get; private set; }

    public DateTime? ScheduledAt { get; private set; }
    public int? ScheduledById { get; private set; }

    /// <summary>When it was last taken back.</summary>
    public DateTime? RecalledAt { get; private set; }

    /// <summary>Since when everybody may read it on the site; its first mail is made after this.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>When its last mail was in the outbox.</summary>
    public DateTime? QueuedAt { get; private set; }

    public int Version { get; set; }

    public IssueState State =>
        this switch
        {
            { QueuedAt: not null } => IssueState.Sent,
            { PublishedAt: not null } => IssueState.Leaving,
            { SendAt: not null } => IssueState.Scheduled,
            _ => IssueState.Draft,
        };

    /// <summary>Which part of the audience somebody with this role belongs to.</summary>
    public static NewsletterAudience Of(ParticipationRole role) =>
        role switch
        {
            ParticipationRole.CoResearcher => NewsletterAudience.CoResearchers,
            ParticipationRole.Partner => NewsletterAudience.Partners,
            ParticipationRole.Informant => NewsletterAudience.Informants,
            ParticipationRole.Public => NewsletterAudience.Public,
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    /// <exception cref="DomainRuleException">It is scheduled or has left: what people read is not changed any
    /// more.</exception>
    public void CheckCanChange()
    {
        if (State != IssueState.Draft)
        {
            throw new DomainRuleException(
                "Deze nieuwsbrief staat klaar of is al verstuurd. Haal haar eerst terug, of maak een nieuwe."
            );
        }
    }

    /// <summary>It will leave at this moment. A second press changes nothing.</summary>
    /// <returns>False when it was scheduled already.</returns>
    /// <exception cref="DomainRuleException">Title, text or audience is missing, or the moment has been.</exception>
    public bool Schedule(DateTime at, int by, DateTime now)
    {
        if (State != IssueState.Draft)
        {
            return false;
        }

        if (
            string.IsNullOrWhiteSpace(Title)
            || string.IsNullOrWhiteSpace(Body)
            || Audience == NewsletterAudience.Nobody
        )
        {
            throw new DomainRuleException("Schrijf eerst een titel en een tekst, en kies voor wie de nieuwsbrief is.");
        }

        if (at < now)
        {
            throw new DomainRuleException("Dit moment is al geweest. Kies een later moment.", "Date");
        }

        (SendAt, ScheduledAt, ScheduledById) = (at, now, by);
        return true;
    }

    /// <summary>Taken back before it left: a draft again.</summary>
    /// <returns>False when it is too late.</returns>
    public bool Recall(DateTime now)
    {
        if (State != IssueState.Scheduled || SendAt <= now)
        {
            return false;
        }

        (SendAt, RecalledAt) = (null, now);
        return true;
    }

    /// <summary>Its moment has come. A second time changes nothing.</summary>
    public void Publish(DateTime now) => PublishedAt ??= now;

    public void AllQueued(DateTime now) => QueuedAt ??= now;
}
