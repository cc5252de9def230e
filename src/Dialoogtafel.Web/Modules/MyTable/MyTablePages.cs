using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>
/// Turns an invitation into what the pages behind a personal link show. The invitation comes with its facts and
/// history.
/// </summary>
public sealed class MyTablePages(
    WallClock wall,
    InstallationFacts facts,
    FieldCipher cipher,
    Invitation invitation,
    OpenLink open,
    DateTime now
)
{
    private static readonly TimeSpan Near = TimeSpan.FromHours(48);

    private Gathering Gathering => invitation.Gathering!;

    /// <summary>The invitation that all of it is about.</summary>
    public Invitation Facts => invitation;

    public OpenLink Link => open;

    public WallClock Wall => wall;

    public LinkOwner Owner => new(invitation.Person!.FirstName, open.Path);

    /// <summary>Where all of it stands, without a slash behind it.</summary>
    public string Path => open.Path;

    /// <summary>Hash of the device key of this browser; null where cookies are refused.</summary>
    public string? Device => open.Device?.Hash;

    public DateTime LocalNow => wall.Local(now);

    public GatheringLine Line =>
        new(
            Gathering.Series!.Subject,
            wall.Local(Gathering.StartsAt!.Value),
            wall.Local(Gathering.EndsAt!.Value),
            Gathering.Location?.Name ?? ""
        );

    public Contact? Contact => Contact.Of(Gathering, facts);

    public AnswerGiven? Given =>
        invitation.Answer is { } answer
            ? new AnswerGiven(ChoiceOf(answer), wall.Local(invitation.AnsweredAt!.Value), null)
            : null;

    /// <summary>
    /// Whether they may say what they need: they come, with or without a chair, and the table is still to be held.
    /// </summary>
    public bool MayTellNeeds =>
        invitation is { Answer: RsvpAnswer.Yes, WithdrawnAt: null }
        && Gathering.CancelledAt is null
        && !Gathering.HasStarted(now);

    /// <summary>What they are asked beforehand; null while it was not read.</summary>
    public OwnPreparation? Preparation { get; set; }

    /// <summary>Whether questions can be answered: the table is still to be held.</summary>
    public bool MayPrepare => Gathering.CancelledAt is null && !Gathering.HasStarted(now);

    /// <summary>
    /// What was told may be shown here: on the device where it was typed, or on one that is the person's own (S06).
    /// </summary>
    /// <param name="at">When it was typed, or last changed.</param>
    public bool MaySee(string? device, DateTime? at) => open.Device?.MaySee(device, at) == true;

    /// <summary>
    /// Whether a link to see the answers can help: not with words from before the team changed the address, or that the
    /// team wrote down (K-F1).
    /// </summary>
    public bool CanBeMailed(string? device, DateTime? at) =>
        invitation.Person!.AddressSetByTeamAt is not { } doubt || (device is not null && at > doubt);

    /// <summary>
    /// The team changed the address, and this is a device on which the person had typed before: here it can be
    /// confirmed.
    /// </summary>
    public bool MayConfirmAddress =>
        invitation.Person!.Email is not null && invitation.Person.MayConfirmAddressOn(open.Device?.Hash);

    /// <summary>Words that are not shown here, by whether a mailed link would show them.</summary>
    public (bool Elsewhere, bool Before) Hidden(IEnumerable<(string? Device, DateTime? At)> words)
    {
        var hidden = words.Where(item => !MaySee(item.Device, item.At)).ToList();
        return (
            hidden.Exists(item => CanBeMailed(item.Device, item.At)),
            hidden.Exists(item => !CanBeMailed(item.Device, item.At))
        );
    }

    /// <param name="spoken">When we kept the promise to call, UTC; null while it stands.</param>
    /// <param name="hasNeeds">The person told before what is needed.</param>
    public MyTablePage MyTable(bool justNoted, string? writtenBy, DateTime? spoken, bool hasNeeds) =>
        new()
        {
            Owner = Owner,
            Role = Role,
            State =
                spoken is not null && State == TableState.ThinksAlongInWriting ? TableState.ThinksAlongByPhone : State,
            Gathering = Line,
            Contact = Contact,
            Now = LocalNow,
            JustNoted = justNoted,
            WeCall = WeCall,
            CallNumber = open.Device is null ? null : invitation.Person!.Phone,
            Spoken = spoken is { } talk ? wall.Day(talk) : null,
            AskAgain = invitation.SilentUntil is { } silent && silent > now ? wall.Day(silent) : null,
            Facts = Practical,
            Answer = Given is { } given ? given with { WrittenBy = writtenBy } : null,
            AddressFrom = invitation.ViaWhom,
            CancelReason = Gathering.CancelReason,
            HasCalendarFile = HasCalendarFile,
            OwnWords = OwnWords,
            AddressToConfirm = MayConfirmAddress ? invitation.Person!.Email : null,
            OffersNeeds = MayTellNeeds || hasNeeds,
            OpenQuestions = HasQuestions && !Preparation!.IsReady ? Preparation.Open : 0,
            OffersQuestions = HasQuestions || Preparation?.Answers.Count > 0,
            OnwardsPath = OnwardsPath,
            OffersNews = invitation.Person!.Email is not null,
            Fetch = Fetch,
            Bring = Told(QuestionSubject.Bring),
        };

    /// <summary>Who has a chair may put the table in the own calendar; who waits gets no file.</summary>
    public bool HasCalendarFile => State is TableState.ComesWithQuestions or TableState.Ready or TableState.Soon;

    /// <summary>
    /// What they came to get, in their own words, where they may be shown; null while the preparation was not read.
    /// </summary>
    public string? Fetch => Told(QuestionSubject.Fetch);

    private bool HasQuestions => MayPrepare && Preparation?.Asked.Count > 0;

    private string? OnwardsPath =>
        HasQuestions && Preparation!.Asked.Any(item => item.Question.Id == Preparation.Preparation?.LastQuestionId)
            ? FormattableString.Invariant($"{Owner.Path}/vragen/{Preparation.Preparation!.LastQuestionId}")
            : null;

    /// <summary>Their newest answer to the question about this, where it may be shown.</summary>
    private string? Told(QuestionSubject subject) =>
        (
            from asked in Preparation?.Asked ?? []
            where asked.Question is { Subject: var about, Kind.IsOwnWords: true } && about == subject
            from answer in Preparation!.Answers
            where answer.QuestionId == asked.Question.Id && MaySee(answer.Device, answer.At)
            orderby answer.At descending
            select cipher.Open(answer.Words)
        ).FirstOrDefault();

    /// <summary>What was typed with the answer, where it may be shown.</summary>
    private string? OwnWords =>
        invitation.Note is { } note && MaySee(invitation.NoteDevice, invitation.AnsweredAt) ? cipher.Open(note) : null;

    private RoleAtTable Role =>
        invitation.Answer == RsvpAnswer.Contribute ? RoleAtTable.AtADistance : RoleAtTable.AtTheTable;

    private TableState State =>
        invitation.State switch
        {
            _ when Gathering.CancelledAt is not null => TableState.Cancelled,
            _ when Gathering.EndsAt <= now => TableState.After,
            InvitationState.Yes when Gathering.StartsAt - now <= Near => TableState.Soon,
            InvitationState.Yes when HasQuestions && !Preparation!.IsReady => TableState.ComesWithQuestions,
            InvitationState.Yes => TableState.Ready,
            InvitationState.Waiting => TableState.WaitsForChair,
            InvitationState.Maybe => TableState.Undecided,
            InvitationState.No => TableState.Declined,
            InvitationState.Informant when invitation.CallReason is null => TableState.ThinksAlongInWriting,
            InvitationState.Informant => TableState.ThinksAlongByPhone,
            InvitationState.Substitute => TableState.SomeoneElse,
            InvitationState.Withdrawn => TableState.Declined,
            InvitationState.Approached or InvitationState.Concept => TableState.NoAnswer,
            _ => throw new InvalidOperationException($"No page for {invitation.State}."),
        };

    private DateOnly? WeCall =>
        invitation.State switch
        {
            InvitationState.Waiting => wall.Day(invitation.CallBefore!.Value),
            InvitationState.Substitute when !invitation.AsksWhom => null,
            InvitationState.Maybe
            or InvitationState.Informant
            or InvitationState.Substitute when invitation.CallAskedBefore is { } day => DateOnly.FromDateTime(
                wall.Local(day)
            ),
            _ => null,
        };

    private PracticalFacts Practical =>
        new(
            Gathering.MaxSeats,
            [.. Gathering.Facilitators().Select(person => person.FirstName)],
            Gathering.Location is { } place
                ? [.. new[] { place.Name, place.Address }.Where(line => line.Length > 0)]
                : [],
            Gathering.Location?.Access ?? []
        );

    private static AnswerChoice ChoiceOf(RsvpAnswer answer) =>
        answer switch
        {
            RsvpAnswer.Yes => AnswerChoice.Yes,
            RsvpAnswer.Maybe => AnswerChoice.Undecided,
            RsvpAnswer.No => AnswerChoice.No,
            RsvpAnswer.Contribute => AnswerChoice.Contribute,
            RsvpAnswer.Substitute => AnswerChoice.SomeoneElse,
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
        };
}
