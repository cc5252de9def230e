using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Invitations.Reminders;

namespace Dialoogtafel.Web.Demo;

/// <summary>What the story of the demo is told with.</summary>
internal sealed record DemoParts(ReminderLetters Letters, ReminderDesk Reminders, LinkDesk Links);
