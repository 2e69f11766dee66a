// Keeps the newest end in sight, tells when it is, and gives the focus back after a message was drawn anew.
export default {
  template: `
    <div class="scroller">
      <div ref="box" class="scrolled" tabindex="0" role="log" aria-live="polite" :aria-label="label" @scroll.passive="look"
           @focusin="remember"><slot></slot></div>
    </div>`,
  props: { label: String },
  emits: ["placed"],
  mounted() {
    this.atEnd = true;
    this.top = 0;
    const settle = () => this.settle();
    this.grown = new ResizeObserver(settle);
    this.grown.observe(this.$refs.box);
    for (const child of this.$refs.box.children) this.grown.observe(child);
    this.changed = new MutationObserver((changes) => {
      for (const each of changes) for (const node of each.addedNodes) this.watchPictures(node);
      this.settle();
    });
    this.changed.observe(this.$refs.box, { childList: true, subtree: true, characterData: true });
    this.jumped = (event) => this.jump(event.detail);
    this.looked = () => this.look();
    window.addEventListener("jump", this.jumped);
    document.addEventListener("visibilitychange", this.looked);
    this.toEnd(false);
  },
  beforeUnmount() {
    this.grown.disconnect();
    this.changed.disconnect();
    window.removeEventListener("jump", this.jumped);
    document.removeEventListener("visibilitychange", this.looked);
  },
  methods: {
    look() {
      const box = this.$refs.box;
      if (!box) return;
      const shown = box.clientHeight > 0;
      // Only a way upwards leaves the end: a list that grew under a still reader has to follow, not to stay behind.
      if (box.scrollHeight - box.scrollTop - box.clientHeight < 48) this.atEnd = true;
      else if (shown && box.scrollTop < this.top - 1) this.atEnd = false;
      if (shown) this.top = box.scrollTop;
      const placed = this.atEnd && shown && document.visibilityState === "visible";
      if (placed !== this.told) {
        this.told = placed;
        this.$emit("placed", placed);
      }
    },
    settle() {
      const box = this.$refs.box;
      if (this.held !== undefined) {
        if (box.scrollHeight !== this.held) {
          box.scrollTop += box.scrollHeight - this.held;
          this.held = undefined;
        }
      } else if (this.atEnd) {
        box.scrollTop = box.scrollHeight;
      }
      this.refocus();
      this.look();
    },
    watchPictures(node) {
      if (node.querySelectorAll) for (const image of node.querySelectorAll("img")) image.onload = () => this.settle();
    },
    toEnd(smooth) {
      this.atEnd = true;
      const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      this.$refs.box.scrollTo({ top: this.$refs.box.scrollHeight, behavior: smooth && !calm ? "smooth" : "instant" });
      this.look();
    },
    hold() {
      this.held = this.$refs.box.scrollHeight;
    },
    jump(id) {
      const row = this.$refs.box.querySelector(`[data-message="${Number(id)}"]`);
      if (!row) return;
      this.atEnd = false;
      row.scrollIntoView({ block: "center" });
      row.classList.add("flash");
      setTimeout(() => row.classList.remove("flash"), 1600);
    },
    remember(event) {
      const row = event.target.closest("[data-message]");
      const buttons = row ? [...row.querySelectorAll("button, a")] : [];
      this.focused = row && { node: event.target, id: row.dataset.message, index: buttons.indexOf(event.target) };
    },
    refocus() {
      // A pressed button is gone when the bot has changed its message: a keyboard must not lose its place.
      if (!this.focused || this.focused.node.isConnected) return;
      const { id, index } = this.focused;
      this.focused = undefined;
      if (document.activeElement && document.activeElement !== document.body) return;
      const row = this.$refs.box.querySelector(`[data-message="${id}"]`);
      const next = row?.querySelectorAll("button, a")[index] ?? this.$refs.box;
      next.focus({ preventScroll: true });
    },
  },
};
